import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { glassProblem } from '@/lib/domain/broken-glass'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { cleanText } from '@/lib/journey/clean-text'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'

/** The form as it was posted. */
interface GlassForm {
  readonly reference: string
  readonly reason: string
  readonly confirmed: boolean
}

/** What came of it: the reference of a case that opens now, or what the form lacks, as a code. */
type GlassBroken =
  { readonly reference: string } | { readonly problem: 'reference' | 'short' | 'long' | 'confirm' }

/**
 * Opens one case for an hour to somebody who may not open it, because a life is in danger. Why is sealed. DomainErrors: `step-up` where
 * they have not just proved who they are; `not-opened` for every case that this does not open, and for one that is not there; `too-many` after five
 * tries on a day. The two last are audited by the database, alike whatever the reference is.
 */
export async function breakGlass(session: SignedIn, form: GlassForm): Promise<GlassBroken> {
  const at = now()
  expectFresh(session, 'break-glass', at)
  const { actor } = session
  const given = { ...form, reference: parseReference(form.reference), reason: cleanText(form.reason) }
  const problem = glassProblem(given)
  if (problem !== null) return { problem }
  const reference = given.reference ?? ''
  // Sealed whatever comes of it, so that every answer takes the same work.
  const box = JSON.stringify(boxRow(await sealBox('glass-reason', { text: given.reason }), at))
  const outcome = await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT break_glass(${reference}, ${at}::timestamptz, ${box}::jsonb) AS outcome`
    return row?.outcome
  })
  if (outcome === 'broken' || outcome === 'open') return { reference }
  throw new DomainError(outcome === 'too-many' ? 'too-many' : 'not-opened')
}

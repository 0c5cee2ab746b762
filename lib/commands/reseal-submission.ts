import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { actsOn, expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { isLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { withoutSubject } from '@/lib/journeys/without-subject'
import { findBoxes } from '@/lib/queries/find-boxes'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import { openBox } from '@/lib/sealing/open'
import { sealBox } from '@/lib/sealing/seal'
import { appendAudit } from './append-audit'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

/** What was sent, sealed anew, and the box it is to take the place of. */
export interface Resealed {
  readonly box: SealedBoxRow
  readonly of: string
}

/*
 * A narrow way to the key: what is opened here is sealed again here, and no word of it leaves. Its row of the audit, `minimising`, is committed
 * before. All fields are carried over, what is kept apart too: a box under the old data key could be read with any copy of the old box.
 */

/**
 * What was sent in a case that somebody is about to close, without what it says about the person complained of, under a new data key. Null where it
 * says nothing of them. DomainErrors: `not-found`, `forbidden`, `conflict`, `on-hold`, and `unreadable` where it does not open.
 */
export async function resealWithoutSubject(actor: Actor, seen: CaseSeen): Promise<Resealed | null> {
  try {
    const submissionId = await asActor(actor, (tx) => noteMinimising(tx, actor, seen))
    const { box, locale } = await asActor(actor, (tx) => findBody(tx, submissionId))
    return await reseal(box, isLocale(locale) ? locale : 'en')
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteRefusal(actor, seen.reference, { attempted: 'close', code: error.code })
    throw error
  }
}

const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'not-found', 'on-hold'])

async function noteMinimising(tx: Transaction, actor: Actor, seen: CaseSeen): Promise<string> {
  const found = await findVisibleCase(tx, actor, seen.reference)
  expectVersion(stateOf(found), seen.version)
  if (!can(actor, 'close', factsOf(found), policyContext())) throw new DomainError('forbidden')
  if (!actsOn(stateOf(found)).includes('close')) throw new DomainError('bad-transition')
  const isAsked = await tx.erasureRequest.count({ where: { caseId: found.id, decidedAt: null } })
  if (found.legalHold !== null || isAsked > 0) throw new DomainError('on-hold')
  await appendAudit(tx, {
    ...{ actorId: actor.id, role: actor.role, action: 'minimising' },
    ...{ caseId: found.id, reference: found.reference },
  })
  return found.submissionId
}

async function findBody(tx: Transaction, id: string) {
  const submission = await tx.submission.findUnique({ where: { id } })
  const box = submission && (await findBoxes(tx, [submission.boxId])).get(submission.boxId)
  // Somebody else acted on it in the moment since.
  if (!submission || !box) throw new DomainError('conflict')
  return { box, locale: submission.locale }
}

async function reseal(box: SealedBoxRow, locale: 'en' | 'cy'): Promise<Resealed | null> {
  try {
    const fields = await openBox(box)
    const takenOut = translator(locale)('public.takenOut', { day: now().getTime() })
    const left = withoutSubject(fields.answers ?? '', fields.transcript ?? '', takenOut)
    if (left === null) return null
    const texts = { answers: canonicalJson(left.said), transcript: JSON.stringify(left.transcript) }
    return { box: await sealBox(box.purpose, { ...fields, ...texts }), of: box.id }
  } catch (error) {
    if (error instanceof DomainError) throw error
    if (error instanceof CannotOpenError || error instanceof SyntaxError || isZodError(error))
      // What a parser says of it would hold words of it.
      throw new DomainError('unreadable')
    throw error
  }
}

function isZodError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError'
}

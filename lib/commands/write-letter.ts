import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { DomainError } from '@/lib/domain/errors'
import type { LetterText } from '@/lib/domain/force'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import { longestLetter } from '@/lib/domain/outbound/letter'
import { letterTexts } from '@/lib/domain/outbound/letter-texts'
import { strandWords } from '@/lib/domain/outbound/strand-words'
import type { Actor } from '@/lib/domain/policy'
import { isNeutral } from '@/lib/journeys/contact-plan'
import { openPlan } from '@/lib/queries/open-plan'
import { ownWords } from '@/lib/queries/own-words'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'
import { waysOut, writeOutbound } from './write-outbound'

/** A text or an e-mail to somebody who reported, as it was posted. */
interface PostedLetter extends CaseSeen {
  readonly planVersion: number
  readonly way: string
  /** One of the force's own texts; empty where they wrote their own. */
  readonly template: string
  readonly text: string
}

/**
 * Writes to somebody who reported, in a way that is safe by the plan they were looking at: it goes out now, or when hours that are safe begin. What
 * would tell somebody else too much is stopped. DomainErrors: `invalid`, `way-not-safe`, `telling-words`, `plan-changed`, and those of `changeCase`.
 */
export async function writeLetter(
  actor: Actor,
  letter: PostedLetter,
  opening: OpeningReason | null,
): Promise<void> {
  const held = opening === null ? null : await openPlan(actor, letter.reference, opening)
  if (held !== null && held.version !== letter.planVersion) throw new DomainError('plan-changed')
  const own = held === null ? [] : await ownWords(actor, letter.reference)
  await changeCase(actor, 'send-message', letter, async (found, tx) => {
    const { id: caseId, submissionId, strands } = found
    const submission = await tx.submission.findUnique({
      where: { id: submissionId },
      select: { locale: true },
    })
    const way = held && waysOut(held.plan).find((known) => known === letter.way)
    // A plan that does not open says that nothing is safe.
    if (held === null || submission === null || !way) throw new DomainError('way-not-safe')
    const { locale } = submission
    const text = wordsOf(letter, letterTexts(currentForce(), locale, held.plan, now()))
    const against = againstOf(isNeutral(held.plan), [...own, ...strandWords(strands)], letter.reference)
    if (forbiddenIn(text, against).length > 0) throw new DomainError('telling-words')
    await writeOutbound(tx, { caseId, held, way, purpose: 'letter', locale, text })
    // What was said stays with the case: what is in the outbox is destroyed once it is sent.
    const box = await sealBox('note', { text })
    return { type: 'letter-written', audited: 'disclosed', detail: { way }, box }
  })
}

/** What a letter of this force is held against. */
export function againstOf(neutral: boolean, own: readonly string[], reference?: string) {
  const { languages, name } = currentForce()
  return { neutral, languages, names: [name], own, ...(reference === undefined ? {} : { reference }) }
}

function wordsOf({ template, text }: PostedLetter, texts: readonly LetterText[]): string {
  const own = text.trim()
  const chosen = texts.find(({ id }) => id === template)
  return requireWords(own === '' ? (chosen?.text ?? '') : own, longestLetter)
}

import 'server-only'
import { now } from '@/lib/adapters/clock'
import { sendPassing } from '@/lib/adapters/exchange-client'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import type { SignedIn } from '@/lib/domain/step-up'
import type { PassedCase, PassingContent } from '@/lib/domain/ways-out/exchange'
import { handOverParts } from '@/lib/domain/ways-out/hand-over-document'
import { isLocale } from '@/lib/i18n/locales'
import { heldAnswers } from '@/lib/journeys/held-plan'
import { openHandOver } from '@/lib/queries/hand-over-data'
import { findPartner } from '@/lib/queries/partner-forces'
import { exchangeKey } from '@/lib/sealing/exchange-key'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { sealPassing } from '@/lib/sealing/passed-case'
import { today } from './journey-setting'
import { isSendable } from './make-submission'
import { givingOut } from './note-hand-out'
import { readPassingAnswer } from './read-passing-answer'
import type { Sent, SettledPassing } from './read-passing-answer'
import { requireWords } from './require-words'

/** What somebody chose on the form, as it was posted. */
interface Choice {
  readonly reference: string
  /** Id of the other force. */
  readonly to: string
  readonly why: string
}

/**
 * Sends a case to another force's desk, sealed to its key: theirs once they acknowledge it, and one case there however often it is sent.
 * DomainErrors: `invalid` (no such force, no keys here, or it is not said why), and those of `givingOut`.
 */
export async function sendCase(by: SignedIn, choice: Choice): Promise<Sent> {
  const { partner, own, passed } = await sealedFor(by, choice, 'sent')
  // From here on it gets there, or is said not to have, whatever becomes of this process.
  await keepSealed(by.actor, passed)
  const answer = await sendPassing(partner.address, passed, own)
  const settled = await readPassingAnswer(passed, partner, answer)
  await settle(by.actor, passed.label.passing, settled)
  return settled.state
}

/** The same as a file, for where no desk can be reached: only that force opens it. */
export async function caseFile(by: SignedIn, choice: Choice): Promise<{ name: string; body: string }> {
  const { passed } = await sealedFor(by, choice, 'file')
  return { name: `${choice.reference}-${today()}.json`, body: `${JSON.stringify(passed)}\n` }
}

/** Takes under which reference the other force has a case that went as a file. DomainErrors: `invalid`, `not-found`. */
export async function sayAcknowledged(actor: Actor, passing: string, typed: string): Promise<void> {
  const reference = parseReference(typed)
  if (reference === null) throw new DomainError('invalid')
  await settle(actor, passing, { state: 'acknowledged', refusal: null, reference })
}

async function keepSealed(actor: Actor, passed: PassedCase): Promise<void> {
  const text = JSON.stringify(passed)
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ kept: boolean }[]>`
      SELECT keep_passing(${passed.label.passing}::uuid, ${text}) AS kept`,
  )
  if (row?.kept !== true) throw new DomainError('not-found')
}

async function settle(
  actor: Actor,
  passing: string,
  { state, refusal, reference }: SettledPassing,
): Promise<void> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ settled: boolean }[]>`
      SELECT settle_passing(${passing}::uuid, ${now()}::timestamptz, ${state}, ${refusal}, ${reference}) AS settled`,
  )
  if (row?.settled !== true) throw new DomainError('not-found')
}

async function sealedFor(by: SignedIn, choice: Choice, way: 'sent' | 'file') {
  const own = exchangeKey(env().KEY_DIR)
  const partner = await findPartner({ partner: choice.to })
  if (own === null || partner === null) throw new DomainError('invalid')
  const detail = { parts: handOverParts.join(' ') }
  const out = { reference: choice.reference, detail, why: requireWords(choice.why) }
  const begin = beginPassing(choice.to, way)
  const passed = await givingOut(by, out, begin, async (found, passing) =>
    sealPassing(await contentOf(by.actor, found, { passing, to: choice.to }), partner, own),
  )
  return { partner, own: own satisfies ExchangeKey, passed }
}

/** Writes that the case goes, and gives the id it goes under. */
function beginPassing(to: string, way: string) {
  return async (
    tx: Transaction,
    { id }: Case,
    { at, detail, box }: { readonly at: Date; readonly detail: string; readonly box: string },
  ): Promise<string> => {
    const [row] = await tx.$queryRaw<{ passing: string | null }[]>`
      SELECT begin_passing(${id}::uuid, ${at}::timestamptz, ${to}, ${way}, ${detail}::jsonb, ${box}::jsonb)::text AS passing`
    const passing = row?.passing ?? null
    if (passing === null) throw new DomainError('bad-transition')
    return passing
  }
}

async function contentOf(
  actor: Actor,
  found: Case,
  { passing, to }: { readonly passing: string; readonly to: string },
): Promise<PassingContent> {
  const at = now()
  const chosen = { madeFor: 'other-force', parts: handOverParts, at } as const
  const { document, opened } = await openHandOver(actor, found, chosen)
  const { journeyId, language } = opened
  if (!isSendable(journeyId)) throw new DomainError('unreadable')
  const answers = heldAnswers(opened.answers, opened.held?.answers ?? null)
  return {
    label: { from: currentForce().id, to, passing, madeAt: at.toISOString() },
    document,
    sent: { journey: journeyId, locale: isLocale(language) ? language : 'en', answers: { ...answers } },
  }
}

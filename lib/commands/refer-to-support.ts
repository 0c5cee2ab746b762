import 'server-only'
import { now } from '@/lib/adapters/clock'
import { supportLetterPdf } from '@/lib/adapters/support-letter-pdf'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { readConsent } from '@/lib/domain/ways-out/support'
import type { PostedConsent, TellingWay } from '@/lib/domain/ways-out/support'
import { translator } from '@/lib/i18n/translate'
import { openSupportLetter } from '@/lib/queries/support-letter'
import { today } from './journey-setting'
import { givingOut } from './note-hand-out'
import { requireWords } from './require-words'

/** One of the referrals of a case, and the words that belong to what is done with it. */
interface OnReferral {
  readonly reference: string
  readonly referral: string
  readonly words: string
}

/** The rows as `givingOut` makes them. */
interface Rows {
  readonly at: Date
  readonly detail: string
  readonly box: string
}

/**
 * Writes down that somebody agreed that one service is told of them: how, when and by whom in codes, what they said in words, sealed. Nobody is
 * told anything by it. DomainErrors: `invalid`, `bad-transition` (they have agreed to that service already), and those of `givingOut`.
 */
export async function agreeSupport(
  by: SignedIn,
  posted: PostedConsent & { readonly reference: string; readonly words: string },
): Promise<void> {
  const consent = readConsent(posted, currentForce(), today())
  if (consent === null) throw new DomainError('invalid')
  const { service, way, givenBy, agreedOn, account } = consent
  const detail = { way, by: givenBy, on: agreedOn, parts: account ? 'contact account' : 'contact' }
  const given = JSON.stringify({ service, account, way, given_by: givenBy, agreed_on: agreedOn })
  const out = { reference: posted.reference, detail, why: requireWords(posted.words) }
  const write = async (tx: Transaction, { id }: Case, { at, detail: codes, box }: Rows) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT agree_support(${id}::uuid, ${at}::timestamptz, ${given}::jsonb, ${codes}::jsonb, ${box}::jsonb) AS outcome`
    expectDone(row?.outcome)
  }
  await givingOut(by, out, write, nothing)
}

/** Keeps that a service was told by telephone, to whom somebody spoke being the words. DomainErrors as `supportLetter`. */
export async function tellByTelephone(
  by: SignedIn,
  { reference, referral, words }: OnReferral,
): Promise<void> {
  await givingOut(by, noted(reference, words), telling(referral, 'telephone'), nothing)
}

/** Keeps that the letter that was made is on its way, to where being the words. DomainErrors as `supportLetter`; `bad-transition` without a letter too. */
export async function tellByLetter(by: SignedIn, { reference, referral, words }: OnReferral): Promise<void> {
  await givingOut(by, noted(reference, words), telling(referral, 'sent'), nothing)
}

/**
 * Makes the letter a service is told by once it is sent, with what was agreed to and by the plan that holds. DomainErrors: `invalid` without words,
 * `bad-transition` where they did not agree or took it back, `no-way` where they cannot be reached, and those of `givingOut`.
 */
export async function supportLetter(by: SignedIn, { reference, referral, words }: OnReferral) {
  return givingOut(by, noted(reference, words), telling(referral, 'letter'), async (found) => {
    const letter = await openSupportLetter(by.actor, found, referral)
    const body = await supportLetterPdf(letter, { t: translator('en') })
    // Only now there is one that can be sent.
    await asActor(by.actor, (tx) => tell(tx, { case: found.id, referral, way: 'made', at: now(), box: null }))
    return { name: `letter-${today()}.pdf`, body }
  })
}

/** Somebody said at the desk that a service is told no more; what they said being the words. DomainErrors as `supportLetter`. */
export async function endSupport(by: SignedIn, { reference, referral, words }: OnReferral): Promise<void> {
  const write = async (tx: Transaction, { id }: Case, { at, box }: Rows) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT end_support(${id}::uuid, ${referral}::uuid, ${at}::timestamptz, ${box}::jsonb) AS outcome`
    expectDone(row?.outcome)
  }
  await givingOut(by, noted(reference, words), write, nothing)
}

const nothing = () => Promise.resolve()

function noted(reference: string, words: string) {
  return { reference, detail: {}, why: requireWords(words) }
}

/** Writes that a service is told, or that a letter to it is made: to whom and which parts is what was agreed to. */
function telling(referral: string, way: TellingWay) {
  return (tx: Transaction, { id }: Case, { at, box }: Rows): Promise<void> =>
    tell(tx, { case: id, referral, way, at, box })
}

interface Telling {
  readonly case: string
  readonly referral: string
  readonly way: TellingWay
  readonly at: Date
  readonly box: string | null
}

async function tell(tx: Transaction, { case: id, referral, way, at, box }: Telling): Promise<void> {
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT tell_support(${id}::uuid, ${referral}::uuid, ${at}::timestamptz, ${way}, ${box}::jsonb) AS outcome`
  expectDone(row?.outcome)
}

function expectDone(outcome: string | undefined): void {
  if (outcome !== 'done') throw new DomainError(outcome === 'forbidden' ? 'forbidden' : 'bad-transition')
}

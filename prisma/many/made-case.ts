import { strandDimensions } from '@/lib/domain/figures/measures'
import type { Force } from '@/lib/domain/force'
import { offenceAnswers } from '@/lib/domain/offence'
import type { OffenceAnswer } from '@/lib/domain/offence'
import { newReference } from '@/lib/domain/reference'
import type { CaseStatus, Channel, Risk, SubmissionKind } from '@/lib/domain/words'
import { diceOf } from './dice'
import type { Dice } from './dice'

const hour = 3_600_000

/** Somebody a case can be given to. */
export interface Holder {
  readonly accountId: string
  readonly districts: readonly string[]
}

/** What cases are made for. */
export interface Making {
  readonly force: Pick<Force, 'districts' | 'extraStrands' | 'dispositions'>
  readonly seed: number
  readonly until: number
  readonly holders: readonly Holder[]
  /** Of the cases that would be open by now, this share is: a desk that gets a thousand times as many does not have as many open. */
  readonly openShare: number
  /** `few`: of some thousands of cases what is rare would be too few to be told, and hide what stands beside it. Then there is none of it, and more people say whether what was agreed happened. */
  readonly mix: 'usual' | 'few'
}

/** A case of which nobody ever wrote a word: what the desk counts and lists of one. Times are milliseconds. */
export interface MadeCase {
  readonly id: string
  readonly reference: string
  readonly kind: SubmissionKind
  readonly channel: Channel
  readonly district: string | null
  readonly strands: readonly string[]
  readonly risk: Risk
  readonly receivedAt: number
  readonly promisedBy: number
  readonly holder: string | null
  readonly contactedAt: number | null
  readonly closedAt: number | null
  readonly disposition: string | null
  /** What crime was recorded, and whether any of it was online; null where nobody said. */
  readonly offence: OffenceAnswer | null
  readonly isOnline: boolean | null
  readonly status: CaseStatus
  readonly answeredAt: number | null
  readonly answer: 'yes' | 'no' | null
  /** By what somebody is found again: the same for whoever came before. */
  readonly person: number
}

const channels: readonly (readonly [Channel, number])[] = [
  ['phone-101', 30],
  ['in-person', 9],
  ['third-party-centre', 5],
  ['true-vision', 6],
  ['other-force', 2],
  ['colleague', 1],
]
const strandShares = [0.1, 0.62, 0.11, 0.19, 0.06]
const dispositions = [24, 34, 6, 3, 9, 12, 8, 7, 3, 4, 1]
/** Of the crimes that were recorded, so many in each group; the last is that none was after all. */
const offences = [9, 24, 14, 38, 9, 5, 1]
/** What is less likely than this, beside the others of its list, is rare. */
const rare = 0.05
/** Of those whose case is closed so many say whether what was agreed happened. */
const answering: Readonly<Record<Making['mix'], number>> = { usual: 0.3, few: 0.75 }
/** Hours until a first contact is due, and until half of them are made. */
const paces: Readonly<Record<Risk, readonly [number, number]>> = {
  high: [24, 7],
  medium: [48, 20],
  low: [72, 34],
}
/** Of the people who report, so many came shortly before. */
const repeatShare = 0.13
/** How many of the last cases somebody may have come with before. */
const recent = 400

/** The case with a number, the oldest of a seed is 0. The same seed and number give the same case. */
export function madeCase(number: number, receivedAt: number, making: Making): MadeCase {
  const dice = diceOf(making.seed, number)
  const kind = dice.next() < 0.93 ? 'report' : 'liaison-request'
  const district = districtOf(dice, making)
  const risk = dice.one<Risk>([
    ['high', 9],
    ['medium', 34],
    ['low', 57],
  ])
  const [due, pace] = paces[risk]
  const holder = holderOf(dice, district, making)
  const contactedAt = dice.next() < 0.05 ? null : receivedAt + pace * hour * Math.exp(0.75 * bell(dice))
  const id = idOf(number, making.seed, dice)
  const person =
    dice.next() < repeatShare ? Math.max(0, number - 1 - Math.floor(dice.next() ** 2 * recent)) : number
  return {
    ...{ id, kind, district, risk, receivedAt, person, reference: referenceOf(kind, number, making.seed) },
    ...{ channel: channelOf(dice, receivedAt, making), strands: strandsOf(dice, making) },
    promisedBy: receivedAt + due * hour,
    ...withCrime(dice, courseOf(dice, { receivedAt, contactedAt, holder }, making), making),
  }
}

/** Of a case that ended as a crime nearly everybody said which. */
function withCrime<T extends Pick<MadeCase, 'disposition'>>(dice: Dice, course: T, { force }: Making) {
  const isCrime = force.dispositions.some(
    ({ id, asksCrime }) => asksCrime === true && id === course.disposition,
  )
  if (!isCrime || dice.next() < 0.02) return { ...course, offence: null, isOnline: null }
  const offence = dice.one(offenceAnswers.map((one, at) => [one, offences[at] ?? 1] as const))
  return { ...course, offence, isOnline: dice.next() < 0.17 }
}

type Begun = Pick<MadeCase, 'receivedAt' | 'contactedAt' | 'holder'>

/** How far it has come by now: almost all are closed after some weeks. */
function courseOf(dice: Dice, begun: Begun, making: Making) {
  const { until, force } = making
  const { contactedAt, closing } = pressed(dice, begun, making)
  const ending = force.dispositions.map(({ id }, at) => [id, dispositions[at] ?? 1] as const)
  const disposition = dice.one(inMix(ending, making))
  const asked = dice.next() < answering[making.mix]
  const answeredAt = closing + dice.next() * 12 * 24 * hour
  const answer = dice.next() < 0.83 ? ('yes' as const) : ('no' as const)
  const isClosed = closing < until
  const contacted = contactedAt !== null && contactedAt < until ? Math.round(contactedAt) : null
  const closed = { closedAt: Math.round(closing), disposition, status: 'closed' as const }
  const open = { closedAt: null, disposition: null, status: statusOf(contacted, begun.holder) }
  const isAnswered = isClosed && asked && answeredAt < until
  return {
    ...(isClosed ? closed : open),
    holder: isClosed || contacted !== null ? begun.holder : null,
    contactedAt: contacted,
    ...(isAnswered ? { answeredAt: Math.round(answeredAt), answer } : { answeredAt: null, answer: null }),
  }
}

/** When it is closed, and sooner than it would be where so many cannot stay open. */
function pressed(dice: Dice, { receivedAt, contactedAt }: Begun, { until, openShare }: Making) {
  const days = 4 + 9 * Math.exp(0.8 * bell(dice))
  const closing = (contactedAt ?? receivedAt) + days * 24 * hour
  const [first, second] = [dice.next(), dice.next()]
  if (dice.next() < openShare || closing < until) return { contactedAt, closing }
  const left = until - 1 - receivedAt
  const sooner = contactedAt === null ? null : Math.min(contactedAt, receivedAt + left * first * second)
  const from = sooner ?? receivedAt
  return { contactedAt: sooner, closing: from + (until - 1 - from) * second }
}

function statusOf(contactedAt: number | null, holder: string | null): CaseStatus {
  return contactedAt !== null && holder !== null ? 'in-progress' : 'new'
}

/** Districts differ as they do: a few have most of it. */
function districtOf(dice: Dice, { force }: Making): string | null {
  const weights = force.districts.map(({ id }, at) => [id, 1 / (at + 1) ** 0.55] as const)
  return dice.next() < 0.05 ? null : dice.one<string | null>(weights)
}

/** More come online each year. */
function channelOf(dice: Dice, receivedAt: number, making: Making): Channel {
  const yearsAgo = (making.until - receivedAt) / (365 * 24 * hour)
  return dice.next() < 0.62 - 0.035 * yearsAgo ? 'online' : dice.one(inMix(channels, making))
}

/** What there is to choose from, with what is rare or without. */
function inMix<T>(weighted: readonly (readonly [T, number])[], { mix }: Making) {
  const all = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  return mix === 'usual' ? weighted : weighted.filter(([, weight]) => weight >= rare * all)
}

function strandsOf(dice: Dice, { force }: Making): readonly string[] {
  const ids = strandDimensions(force).map((name) => name.slice('strand:'.length))
  const weights = ids.map((id, at) => [id, strandShares[at] ?? 0.03] as const)
  const first = dice.one(weights)
  const second = dice.next() < 0.07 ? dice.one(weights) : first
  return ids.filter((id) => id === first || id === second)
}

function holderOf(dice: Dice, district: string | null, { holders }: Making): string | null {
  const near = holders.filter(({ districts }) => district === null || districts.includes(district))
  const choice = near.length > 0 ? near : holders
  return choice[Math.floor(dice.next() * choice.length)]?.accountId ?? null
}

/** About the normal distribution. */
function bell(dice: Dice): number {
  return (dice.next() + dice.next() + dice.next() + dice.next() - 2) * 1.73
}

/** Ids that follow each other as the cases do, so that a million are stored in minutes. Two digits are left for what hangs on the case. */
function idOf(number: number, seed: number, dice: Dice): string {
  const place = number.toString(16).padStart(8, '0')
  const from = (seed >>> 0).toString(16).padStart(8, '0').slice(-4)
  return `${place}-${from}-4${dice.hex(3)}-a000-${dice.hex(12)}`
}

/** Never twice of one seed, however many. */
function referenceOf(kind: SubmissionKind, number: number, seed: number): string {
  const all = 2n ** 40n
  const mixed = (BigInt(number) * 0x9e3779b97bn + BigInt(seed) * 0x2545f4914fn + 0x1d872b41n) % all
  const bytes = Array.from({ length: 5 }, (_, at) => Number((mixed >> BigInt(32 - 8 * at)) & 255n))
  return newReference(kind, new Uint8Array(bytes))
}

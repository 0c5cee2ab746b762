import { z } from 'zod'
import { ownerDb } from '@/lib/db/owner'
import { localTime } from '@/lib/domain/calendar'
import { countingPlan } from '@/lib/domain/figures/counting-plan'
import { strandDimensions } from '@/lib/domain/figures/measures'
import type { Measure } from '@/lib/domain/figures/measures'
import type { Force } from '@/lib/domain/force'
import { risks } from '@/lib/domain/words'

const hour = 3_600_000
const bands = [
  [4, '4h'],
  [24, '1d'],
  [48, '2d'],
  [72, '3d'],
  [168, '7d'],
] as const

type Facts = Readonly<Record<string, string>>

/** What is counted of all cases there are, one by one and without the database's help, as `measure month by a b` with its count. */
export async function plainTallies(force: Force): Promise<ReadonlyMap<string, number>> {
  const plan = countingPlan(force)
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { measure, at, facts } of await events(force)) {
    const month = localTime(at, force).toPlainDate().toString().slice(0, 7)
    add([measure, month, 'all', '', ''].join(' '))
    for (const by of plan.measures[measure]) {
      const [first = '', second] = by.split('*')
      add([measure, month, by, facts[first], second === undefined ? '' : facts[second]].join(' '))
    }
  }
  return counts
}

async function allCases(force: Force) {
  return ownerDb().case.findMany({
    where: { force: force.id },
    include: {
      clocks: true,
      events: true,
      terms: true,
      decoy: true,
      submission: { include: { agreements: true } },
    },
  })
}
type One = Awaited<ReturnType<typeof allCases>>[number]

interface Event {
  readonly measure: Measure
  readonly at: Date
  readonly facts: Facts
}

async function events(force: Force): Promise<readonly Event[]> {
  const all = await allCases(force)
  const counted = all.filter((one) => !one.restricted && one.goesOnInId === null && one.decoy === null)
  const times = timesOfTerms(counted)
  return counted.flatMap((one) => {
    const facts = factsOf(one, times, force)
    const found: (Omit<Event, 'at'> & { readonly at: Date | null })[] = [
      { measure: 'received', at: one.receivedAt, facts },
      { measure: 'promised', at: one.promisedBy, facts: { ...facts, outcome: outcomeOf(one) } },
      { measure: 'contacted', ...contactOf(one, facts) },
      {
        measure: 'closed',
        at: one.status === 'closed' ? one.closedAt : null,
        facts: { ...facts, disposition: one.disposition ?? 'unknown' },
      },
      { measure: 'answered', ...answerOf(one, facts) },
    ]
    return found.flatMap(({ at, ...rest }) => (at === null ? [] : [{ ...rest, at }]))
  })
}

function factsOf(one: One, times: TimesOfTerms, force: Force): Facts {
  const received = localTime(one.receivedAt, force)
  return {
    district: one.district ?? 'unknown',
    kind: one.kind,
    channel: one.channel,
    risk: risks[one.riskRank] ?? 'low',
    repeat: isRepeat(one, times) ? 'yes' : 'no',
    weekday: String(received.dayOfWeek),
    daypart: String(Math.floor(received.hour / 4)),
    offence: one.offenceGroup ?? 'none',
    online: one.onlineFlag === true ? 'yes' : 'no',
    ...Object.fromEntries(
      strandDimensions(force).map((by) => [
        by,
        one.strands.includes(by.slice('strand:'.length)) ? 'yes' : 'no',
      ]),
    ),
  }
}

const termsOf = ({ terms }: One) =>
  terms
    .filter(({ kind }) => kind === 'telephone' || kind === 'email')
    .map(({ keyId, kind, term }) => [keyId, kind, Buffer.from(term).toString('hex')].join(' '))

/** When the cases that have a term were received, by that term: looking at every pair of cases takes minutes. */
type TimesOfTerms = ReadonlyMap<string, readonly number[]>

function timesOfTerms(counted: readonly One[]): TimesOfTerms {
  const times = new Map<string, number[]>()
  for (const one of counted)
    for (const term of termsOf(one)) {
      const those = times.get(term) ?? []
      those.push(one.receivedAt.getTime())
      times.set(term, those)
    }
  return times
}

function isRepeat(one: One, times: TimesOfTerms): boolean {
  const until = one.receivedAt.getTime()
  const from = until - 90 * 24 * hour
  return termsOf(one).some((term) => times.get(term)?.some((at) => at >= from && at < until) === true)
}

const firstContact = ({ clocks }: One) => clocks.find(({ kind }) => kind === 'first-contact')

/** Cases that do not say themselves how their first promise ended, as their clock does. */
export async function otherwiseEnded(force: Force): Promise<readonly string[]> {
  const all = await allCases(force)
  return all.filter((one) => one.promiseOutcome !== outcomeOf(one)).map(({ reference }) => reference)
}

function outcomeOf(one: One): string {
  const clock = firstContact(one)
  const isOver = one.status === 'closed' || one.erasedAt !== null
  return clock?.outcome ?? (clock === undefined && isOver ? 'dropped' : 'open')
}

const result = z.object({ result: z.string().optional() })

/** Whether an event is one by which somebody who reported is told something. */
function tells(type: string, detail: unknown): boolean {
  if (type === 'contact-recorded')
    return ['spoke', 'left-message'].includes(result.parse(detail).result ?? '')
  return type === 'message-sent' || type === 'letter-written'
}

function contactOf(one: One, facts: Facts) {
  const told = one.events.filter(({ type, detail }) => tells(type, detail))
  const [at = null] = told.map((event) => event.at).sort((a, b) => Number(a) - Number(b))
  return { at, facts: { ...facts, band: bandOf(one.receivedAt, at) } }
}

function answerOf({ submission: { agreements } }: One, facts: Facts) {
  const [last] = agreements
    .filter(({ answeredAt }) => answeredAt !== null)
    .sort((a, b) => Number(b.answeredAt) - Number(a.answeredAt) || b.id.localeCompare(a.id))
  return { at: last?.answeredAt ?? null, facts: { ...facts, answer: last?.answer ?? '' } }
}

function bandOf(from: Date, to: Date | null): string {
  const hours = to === null ? 0 : (to.getTime() - from.getTime()) / hour
  return bands.find(([most]) => hours <= most)?.[1] ?? 'later'
}

/** What the database has counted, in the same words. */
export async function keptTallies(): Promise<ReadonlyMap<string, number>> {
  const rows = await ownerDb().figureTally.findMany()
  return new Map(
    rows.map(({ measure, month, by, a, b, count }) => [
      [measure, month.toISOString().slice(0, 7), by, a, b].join(' '),
      count,
    ]),
  )
}

import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import {
  callBacksMissed,
  casesToEscalate,
  clocksDue,
  clocksToReckon,
  noteClocks,
  passEscalation,
  raiseEscalation,
  reckonClocks,
  repliesAfterClosing,
} from '@/lib/commands/watch-rows'
import type { ClockNote, DueClock, UnreckonedClock, WatchedCase } from '@/lib/commands/watch-rows'
import { currentForce } from '@/lib/config/current-force'
import { dueOf } from '@/lib/domain/clocks/clock-rules'
import { clockState } from '@/lib/domain/clocks/clock-state'
import { isUnanswered, passesAlone, raisedBy } from '@/lib/domain/clocks/escalation-rules'

const atOnce = 500

/** What a run came to. */
interface Watched {
  readonly reckoned: number
  readonly noted: number
  readonly raised: number
}

/**
 * Reckons when clocks are due that have started since, tells whoever has a case that it is near its time, and supervisors what they have
 * to know of. The same moment gives the same, however often it runs, and what was missed is made up for by the next run.
 */
export async function watchClocks(): Promise<Watched> {
  const at = now()
  const watched = { reckoned: await reckonAll(), noted: await noteAll(at), raised: await escalateAll(at) }
  if (watched.raised > 0) log('info', { event: 'escalated', count: watched.raised })
  return watched
}

async function reckonAll(): Promise<number> {
  let reckoned = 0
  for (;;) {
    const clocks = await clocksToReckon(atOnce)
    const done = clocks.length === 0 ? 0 : await reckonClocks(clocks.flatMap((clock) => timed(clock)))
    reckoned += done
    // None of these was as it was seen: the next run sees them as they are then.
    if (clocks.length < atOnce || done === 0) return reckoned
  }
}

/** A first contact has its time from the start. */
function timed({ kind, ...clock }: UnreckonedClock) {
  if (kind === 'first-contact') return []
  return [{ ...clock, dueAt: dueOf(kind, clock.risk, clock.startedAt, currentForce()) }]
}

async function noteAll(at: Date): Promise<number> {
  let noted = 0
  let after: string | null = null
  for (;;) {
    const clocks: readonly DueClock[] = await clocksDue(at, after, atOnce)
    const notes = clocks.flatMap((clock) => noteOn(clock, at))
    if (notes.length > 0) noted += await noteClocks(notes, at)
    after = clocks.at(-1)?.id ?? null
    if (clocks.length < atOnce || after === null) return noted
  }
}

function noteOn(clock: DueClock, at: Date): readonly ClockNote[] {
  const state = clockState({ ...clock, pausedAt: null }, at)
  if (state === 'broken') return [{ id: clock.id, what: 'clock-broken' }]
  return state === 'at-risk' && clock.warnedAt === null ? [{ id: clock.id, what: 'clock-near' }] : []
}

async function escalateAll(at: Date): Promise<number> {
  let raised = 0
  let after: string | null = null
  for (;;) {
    const cases: readonly WatchedCase[] = await casesToEscalate(after, atOnce)
    for (const one of cases) raised += await escalate(one, at)
    after = cases.at(-1)?.id ?? null
    if (cases.length < atOnce || after === null)
      return raised + (await escalateClosed(at)) + (await escalateCallBacks(at))
  }
}

/** Of a case that is closed no clock runs: supervisors are told where somebody wrote all the same, and nobody has answered in time. */
async function escalateClosed(at: Date): Promise<number> {
  let raised = 0
  for (const { id, risk, since } of await repliesAfterClosing()) {
    const isLate = isUnanswered(risk, since, currentForce(), at)
    if (isLate && (await raiseEscalation(id, 'unanswered', since, at))) raised += 1
  }
  return raised
}

/** A call-back runs by no clock of its case: supervisors are told where its time is over and nobody has said what came of it. */
async function escalateCallBacks(at: Date): Promise<number> {
  let raised = 0
  for (const { id, since } of await callBacksMissed(at))
    if (await raiseEscalation(id, 'call-back-missed', since, at)) raised += 1
  return raised
}

/** Only what is new is written: a case that waits costs nothing more each minute. */
async function escalate(one: WatchedCase, at: Date): Promise<number> {
  const holding = raisedBy(one, currentForce(), at)
  let raised = 0
  for (const { rule, since } of holding) {
    const isKnown = one.raised.some((told) => told.rule === rule && (told.open || told.at >= since))
    if (!isKnown && (await raiseEscalation(one.id, rule, since, at))) raised += 1
  }
  for (const { rule, open } of one.raised) {
    const isOver = open && passesAlone(rule) && !holding.some((still) => still.rule === rule)
    if (isOver) await passEscalation(one.id, rule, at)
  }
  return raised
}

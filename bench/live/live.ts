import { setTimeout as pause } from 'node:timers/promises'
import { answerAll, send, sendForm } from '../journey.ts'
import type { Form } from '../journey.ts'
import { quantile } from '../month/figures.ts'
import { newVisitor } from '../visitor.ts'
import { listening, signedIn } from './stream.ts'
import { waitsOf } from './waits.ts'

const perSecond = 20
const seconds = 30
/** What was asked, in milliseconds, of 95 in a hundred. */
const asked = 1_000
/** Supervisors who each have so many queues open at once. */
const people = 20
const queuesOfOne = 5

/**
 * Sends reports at a steady rate and times from each being sent to each open queue being told of it. Throws where that is later than asked.
 */
export async function measureLive(origin: string, form: Form, print: (line: string) => void): Promise<void> {
  const count = perSecond * seconds
  print(`Filling in ${String(count)} reports …`)
  const pieces: (() => Promise<unknown>)[] = []
  for (let number = 0; number < count; number += 1) {
    const visitor = newVisitor(origin)
    const check = await answerAll(visitor, '/report/role', form)
    const body = await sendForm(visitor, check)
    pieces.push(() => send(visitor, check, body))
  }
  const cookies = await Promise.all(Array.from({ length: people }, signedIn))
  const open = cookies.flatMap((cookie) => Array.from({ length: queuesOfOne }, () => cookie))
  const queues = await Promise.all(open.map((cookie) => listening(origin, cookie)))
  await pause(2_000)
  const sentAt = await sendSteadily(pieces)
  await pause(5_000)
  for (const { stop } of queues) stop()
  report(
    queues.flatMap(({ tellings }) => waitsOf(sentAt, tellings)),
    print,
  )
}

/** Sends each at its time, whether those before are answered or not; gives when each was sent. */
async function sendSteadily(pieces: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const begun = performance.now()
  const sentAt: number[] = []
  const under: Promise<unknown>[] = []
  for (const [place, piece] of pieces.entries()) {
    await pause(Math.max(0, begun + (place * 1_000) / perSecond - performance.now()))
    sentAt.push(performance.now())
    under.push(piece())
  }
  await Promise.all(under)
  return sentAt
}

function report(waits: readonly number[], print: (line: string) => void): void {
  const [half, most, all] = [quantile(waits, 0.5), quantile(waits, 0.95), quantile(waits, 1)]
  const whole = (figure: number) => figure.toFixed(0)
  print(
    `  ${String(perSecond)} a second for ${String(seconds)} s, ${String(people * queuesOfOne)} open queues: told after ${whole(half)} ms (median), ${whole(most)} ms (95 %), ${whole(all)} ms (longest)`,
  )
  const verdict = most < asked ? 'reached' : 'missed'
  print(`  asked of 95 %: under ${String(asked)} ms: ${verdict}`)
  if (most >= asked) throw new Error('An open queue is told later than was asked.')
}

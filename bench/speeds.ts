import { answerAll, send, sendForm, type Form } from './journey.ts'
import { rateOf, rateOfAll, type Rate } from './rate.ts'
import { newVisitor } from './visitor.ts'

/** How often a question page is shown in a second, to people who are in the middle of a report. */
export async function pageRate(origin: string, atOnce: number, seconds: number): Promise<Rate> {
  const visitors = await Promise.all(Array.from({ length: atOnce }, () => begun(origin)))
  return rateOf(atOnce, seconds, async (number) => {
    const page = await visitors[number]?.get('/report/what')
    if (page?.status !== 200) throw new Error(`The page answered ${String(page?.status)}.`)
  })
}

/** How often an answer is taken in a second: read the draft, check, save, lead on. */
export async function answerRate(origin: string, atOnce: number, seconds: number): Promise<Rate> {
  const visitors = await Promise.all(Array.from({ length: atOnce }, () => begun(origin)))
  const form = new URLSearchParams({ whatHappened: 'abuse', account: 'Two men shouted at us.' })
  return rateOf(atOnce, seconds, async (number) => {
    const reply = await visitors[number]?.post('/report/what/answer', form)
    if (reply?.location.endsWith('/report/when') !== true)
      throw new Error(`The answer led to ${String(reply?.location)}.`)
  })
}

/** How many whole reports a second: every step of the shortest, the check page, sending, the confirmation. */
export async function journeyRate(
  origin: string,
  atOnce: number,
  seconds: number,
  form: Form,
): Promise<Rate> {
  return rateOf(atOnce, seconds, async () => {
    const visitor = newVisitor(origin)
    const check = await answerAll(visitor, '/report/role', form)
    await send(visitor, check, await sendForm(visitor, check))
    await visitor.get('/report/sent')
  })
}

/** How many filled-in reports a second are taken: only sending is timed, all else is prepared. */
export async function submissionRate(
  origin: string,
  atOnce: number,
  count: number,
  form: Form,
): Promise<Rate> {
  const pieces: (() => Promise<unknown>)[] = []
  for (let number = 0; number < count; number += 1) {
    const visitor = newVisitor(origin)
    const check = await answerAll(visitor, '/report/role', form)
    const body = await sendForm(visitor, check)
    pieces.push(() => send(visitor, check, body))
  }
  return rateOfAll(atOnce, pieces)
}

async function begun(origin: string) {
  const visitor = newVisitor(origin)
  await visitor.post('/report/role/answer', new URLSearchParams({ role: 'victim' }))
  return visitor
}

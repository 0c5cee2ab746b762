import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { asOf, now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { inventDecoy } from '@/lib/journeys/decoys'
import { findJourney } from '@/lib/journeys/find-journey'
import { journeySetting } from './journey-setting'
import { makeSubmission } from './make-submission'

/** What the database stores of so many made-up cases: made, sealed and dated as if each had been sent online and closed long ago. */
export async function decoyRows(count: number): Promise<readonly unknown[]> {
  const rows: unknown[] = []
  while (rows.length < count) rows.push(await decoyRow())
  return rows
}

async function decoyRow(): Promise<unknown> {
  const journey = findJourney('report')
  if (journey === undefined) throw new Error('There is no report to make up')
  const { answers, receivedAt, firstOpenedAt, closedAt, disposition } = inventDecoy(
    randomInt,
    currentForce(),
    now(),
  )
  return asOf(receivedAt, async () => {
    const { rows } = await makeSubmission({
      ...{ journey, journeyId: 'report', locale: 'en', channel: 'online' },
      answers: completeAnswers(journey, answers, await journeySetting('online', answers)),
      token: randomBytes(32).toString('base64url'),
    })
    const ended = {
      first_opened_at: firstOpenedAt.toISOString(),
      closed_at: closedAt.toISOString(),
      disposition,
    }
    return { ...rows, case: Object.assign({}, rows.case, ended) }
  })
}

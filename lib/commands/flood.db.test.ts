import { beforeAll, expect, test } from 'vitest'
import { ensureKeys, fullest, leastReport, play, reporter } from '../../e2e/factories/play'
import { asOf } from '@/lib/adapters/clock'
import { ownerDb } from '@/lib/db/owner'
import { readDraft } from '@/lib/drafts/read-draft'
import { solver } from '@/lib/edge/puzzle'
import type { FieldValues } from '@/lib/journey/view'
import { newTicket, waitSeconds } from './flood'
import type { Flood } from './flood'
import { submitJourney } from './submit-journey'
import type { SubmitPost, SubmitResult } from './submit-journey'

// Of medium risk, and calls for 999.
const undated = { ...leastReport, harm: ['injured'] }
const calm: Flood = { slow: false, busy: false, solution: '', ticket: '' }
const urgent = fullest('report', (field) => `words for ${field}`)

beforeAll(ensureKeys)

async function checked(fields: FieldValues = leastReport): Promise<SubmitPost> {
  const cookie = await play(reporter, fields)
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? 'none'
  return { slot: 'public', channel: 'online', locale: 'en', journeyId: 'report', cookie, token }
}

async function caseOf(result: SubmitResult) {
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return ownerDb().case.findUniqueOrThrow({ where: { reference: result.sent.reference } })
}

const waits = { ok: false, go: { to: 'wait' } }

test.each([
  [leastReport, false, false],
  [leastReport, true, true],
  [urgent, true, false],
  [undated, true, false],
])('%# is in the slow lane when it should be', async (fields, slow, expected) => {
  const { slowLane } = await caseOf(
    await submitJourney({ ...(await checked(fields)), flood: { ...calm, slow } }),
  )
  expect(slowLane).toBe(expected)
})

test('while many send, answers wait and are not lost; a puzzle solved sends them', async () => {
  const post = await checked()
  expect(await submitJourney({ ...post, flood: { ...calm, busy: true } })).toEqual(waits)
  expect(await submitJourney({ ...post, flood: { ...calm, busy: true, solution: 'a.b' } })).toEqual(waits)
  expect((await readDraft('public', post.cookie))?.journeys.report?.token).toBe(post.token)
  const solution = solver(post.token, () => 0).work(1) ?? ''
  await caseOf(await submitJourney({ ...post, flood: { ...calm, busy: true, solution } }))
})

test('a ticket sends them when its time has passed, once, and only its own', async () => {
  const begun = new Date()
  const later = new Date(begun.getTime() + waitSeconds * 1000)
  const [post, other] = [await checked(), await checked()]
  const ticket = asOf(begun, () => newTicket(post.token))
  const flood = { ...calm, busy: true, ticket }
  expect(await asOf(begun, () => submitJourney({ ...post, flood }))).toEqual(waits)
  expect(await asOf(later, () => submitJourney({ ...other, flood }))).toEqual(waits)
  const first = await asOf(later, () => submitJourney({ ...post, flood }))
  const again = await asOf(later, () => submitJourney({ ...post, flood }))
  expect((await caseOf(first)).id).toBe((await caseOf(again)).id)
})

test.each([
  [urgent, 'high'],
  [undated, 'medium'],
])('%# somebody who may be in danger now waits for nothing', async (fields, risk) => {
  const { riskSuggested } = await caseOf(
    await submitJourney({ ...(await checked(fields)), flood: { ...calm, busy: true } }),
  )
  expect(riskSuggested).toBe(risk)
})

import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { answerAll, send, sendForm } from '../../bench/journey'
import { newVisitor, type Visitor } from '../../bench/visitor'
import { scenarios } from '../factories/scenarios'
import { codeNow, password } from '../fixtures/people'
import { needlesOf } from '../theft/needles'
import { filesBelow } from '../theft/places'
import { shapesOf } from '../theft/shapes'

const { publicUrl, staffUrl, logs, databaseDir } = inject('tiers')
const words = 'He said he would wait at the MarkerForTheTiersTest bus stop.'

async function signedIn(email: string): Promise<Visitor> {
  const visitor = newVisitor(staffUrl)
  const form = new URLSearchParams({ email, password, code: codeNow() })
  const reply = await visitor.post('/staff/sign-in/answer', form)
  expect(reply.status).toBe(303)
  expect(new URL(reply.location, staffUrl).pathname).toBe('/staff')
  return visitor
}

test('a report sent through the public tier is read by its officer in the staff tier, and lies open nowhere', async () => {
  const fields = {
    ...scenarios[0]?.fields,
    postcode: 'WD17 1AA',
    account: words,
    excludeDistricts: [],
    excludeWho: '',
  }
  const reporter = newVisitor(publicUrl)
  const check = await answerAll(reporter, '/report/role', fields)
  await send(reporter, check, await sendForm(reporter, check))
  const receipt = await reporter.get('/report/sent')
  const [reference = ''] = /HC-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.body) ?? []
  expect(reference).not.toBe('')

  const officer = await signedIn('sofia.popescu@example.test')
  const queue = await officer.get('/staff')
  expect(queue.body).toContain(reference)
  expect(queue.body).not.toContain('MarkerForTheTiersTest')
  const asked = await officer.get(`/staff/cases/${reference}`)
  expect(asked.status).toBe(200)
  expect(asked.body).not.toContain(words)
  await officer.post(`/staff/cases/${reference}/reason`, new URLSearchParams({ reason: 'own-district' }))
  const opened = await officer.get(`/staff/cases/${reference}`)
  expect(opened.status).toBe(200)
  expect(opened.body).toContain(words)

  const needles = needlesOf(shapesOf('MarkerForTheTiersTest'))
  const found = [...logs, ...filesBelow(databaseDir)].filter((path) => needles.inFile(path).length > 0)
  expect(found).toEqual([])
})

test('a recording is made in the staff tier, from the first question to the reference', async () => {
  const handler = await signedIn('call-handler@example.test')
  const started = await handler.post(
    '/staff/record/start',
    new URLSearchParams({ channel: 'phone-101', journey: 'report' }),
  )
  const check = await answerAll(
    handler,
    new URL(started.location, staffUrl).pathname,
    scenarios[0]?.fields ?? {},
  )
  await send(handler, check, await sendForm(handler, check))
  const sent = await handler.get('/staff/record/report/sent')
  expect(sent.body).toMatch(/HC-[0-9A-Z]{4}-[0-9A-Z]{4}/)
})

test('neither process has complained', () => {
  for (const log of logs.slice(0, 2))
    expect(readFileSync(log, 'utf8')).not.toMatch(/"level":"?(error|50)|Error:/)
})

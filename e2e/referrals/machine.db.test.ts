import { randomUUID } from 'node:crypto'
import createClient from 'openapi-fetch'
import type { Middleware } from 'openapi-fetch'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/referrals/route'
import { asOf } from '@/lib/adapters/clock'
import { addSender, addSenderKey, stopSender, stopSenderKey } from '@/lib/commands/keep-senders'
import { ownerDb } from '@/lib/db/owner'
import { ensureKeys } from '../factories/play'
import type { components, paths } from './client-types'
import { newSenderKey, signedHeaders } from './signing'
import type { SenderKey } from './signing'

type Referral = components['schemas']['Referral']

const origin = 'http://localhost:3000'
const at = new Date('2026-11-22T12:00:00Z')
const sender = { senderId: '', keyId: '', privateKey: '' }
let administrator: Parameters<typeof addSender>[0]

beforeAll(async () => {
  await ensureKeys()
  const id = randomUUID()
  const data = { id, email: `${id}@example.test`, name: 'Admin', role: 'administrator' }
  await ownerDb().account.create({ data })
  administrator = {
    actor: { id, name: 'Admin', role: 'administrator', districts: [] },
    strongAt: new Date(at),
  }
  Object.assign(sender, await newSender('true-vision'))
})

async function newSender(channel: string): Promise<SenderKey & { senderId: string; keyId: string }> {
  const name = `Sender ${randomUUID()}`
  const key = newSenderKey()
  return asOf(at, async () => {
    await addSender(administrator, { name, channel })
    const { id: senderId } = await ownerDb().referralSender.findFirstOrThrow({ where: { name } })
    await addSenderKey(administrator, senderId, key.publicKey)
    const { id: keyId } = await ownerDb().referralKey.findFirstOrThrow({ where: { senderId } })
    return { ...key, senderId, keyId }
  })
}

/** Signs each request as it goes out, as another body would. */
function signing(by: { keyId: string; privateKey: string }, when = at): Middleware {
  return {
    onRequest: async ({ request }) => {
      const body = await request.text()
      const headers = signedHeaders(body, { ...by, authority: 'localhost:3000', at: when })
      return new Request(request.url, {
        method: 'POST',
        body,
        headers: { ...headers, host: 'localhost:3000' },
      })
    },
  }
}

/** The client that was generated from docs/schemas/referrals-1.openapi.json, at the handler itself. */
function clientOf(by = sender, when = at) {
  const client = createClient<paths>({ baseUrl: origin, fetch: (request) => asOf(at, () => POST(request)) })
  client.use(signing(by, when))
  // The middleware writes the three headers.
  const header = { 'Content-Digest': '', 'Signature-Input': '', Signature: '' }
  return (body: Referral) => client.POST('/referrals', { body, params: { header } })
}

const referral = (change: Partial<Referral> = {}): Referral => ({
  version: 'referral/1',
  reference: `TV-${randomUUID()}`,
  kind: 'report',
  answers: {
    ...{ role: 'victim', whatHappened: ['abuse', 'shouting'], account: 'Words only the sealed part has.' },
    ...{
      placeKind: 'street',
      postcode: 'SG1 1EY',
      district: 'stevenage',
      strands: ['race'],
      contactChoice: 'anonymous',
      height: 'tall',
    },
  },
  ...change,
})

const casesOf = () => ownerDb().case.count()

describe('a referral by machine', () => {
  it('is a case in the queue with its channel, sealed, with a row in the audit', async () => {
    const { data, response } = await clientOf()(referral())
    expect(response.status).toBe(201)
    expect(data).toMatchObject({ notUnderstood: ['whatHappened', 'height'], missing: [] })
    const opened = await ownerDb().case.findUniqueOrThrow({ where: { reference: data?.reference ?? '' } })
    expect(opened).toMatchObject({
      channel: 'true-vision',
      kind: 'report',
      district: 'stevenage',
      strands: ['race'],
    })
    expect(opened).toMatchObject({ status: 'new', recordedById: null })
    const rows = await ownerDb().auditEvent.findMany({
      where: { caseId: opened.id },
      orderBy: { action: 'asc' },
    })
    expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
      ['collected', {}],
      ['referral-received', { by: 'machine', sender: sender.senderId }],
    ])
    expect(await ownerDb().returnCode.count({ where: { submissionId: opened.submissionId } })).toBe(0)
  })

  it('by another force is of that channel', async () => {
    const { data } = await clientOf(await newSender('other-force'))(referral())
    const opened = await ownerDb().case.findUniqueOrThrow({ where: { reference: data?.reference ?? '' } })
    expect(opened.channel).toBe('other-force')
  })

  it('sent again is the same case with the same answer, at once or later; with other words it is refused', async () => {
    const sent = referral()
    const before = await casesOf()
    const answers = await Promise.all([clientOf()(sent), clientOf()(sent), clientOf()(sent)])
    answers.push(await clientOf()(sent))
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 200, 200, 201])
    expect(await casesOf()).toBe(before + 1)
    const { error } = await clientOf()({ ...sent, answers: { account: 'Something else.' } })
    expect(error).toMatchObject({ code: 'changed', status: 409 })
    expect(await casesOf()).toBe(before + 1)
  })

  it('of two senders with one reference is two cases', async () => {
    const sent = referral()
    const one = await clientOf()(sent)
    const other = await clientOf(await newSender('other-force'))(sent)
    expect(one.data?.reference).not.toBe(other.data?.reference)
  })

  it('without the least of it is taken, and says what is missing', async () => {
    const { data } = await clientOf()(referral({ answers: {} }))
    expect(data?.missing).toEqual(['role', 'whatHappened', 'placeKind', 'district', 'contactChoice'])
  })
})

describe('a referral that is not taken', () => {
  const hostile = 'Somebody’s words that are in no answer'

  async function refusal(request: Request): Promise<unknown> {
    const before = await casesOf()
    const response = await asOf(at, () => POST(request))
    const text = await response.text()
    expect(text).not.toContain(hostile)
    expect(await casesOf()).toBe(before)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = JSON.parse(text) as { code: string; status: number; title: string; detail: string }
    expect(problem.status).toBe(response.status)
    expect(problem.detail.length).toBeGreaterThan(20)
    return problem.code
  }

  function signed(body: string, change: Readonly<Record<string, string>> = {}, by = sender, when = at) {
    const headers = signedHeaders(body, { ...by, authority: 'localhost:3000', at: when })
    return new Request(`${origin}/referrals`, {
      method: 'POST',
      body,
      headers: { ...headers, host: 'localhost:3000', ...change },
    })
  }

  it('is replayed, old, forged, unsigned, for another host, or by a key that was stopped', async () => {
    const body = JSON.stringify(referral())
    const first = signed(body)
    const again = first.clone()
    expect((await asOf(at, () => POST(first))).status).toBe(201)
    expect(await refusal(again)).toBe('replayed')
    expect(await refusal(signed(body, {}, sender, new Date(at.getTime() - 301_000)))).toBe('old')
    expect(await refusal(signed(body, {}, { ...sender, ...newSenderKey() }))).toBe('forged')
    expect(await refusal(signed(body, {}, { ...sender, keyId: 'nobody' }))).toBe('forged')
    expect(await refusal(signed(body, { host: 'other.test' }))).toBe('forged')
    expect(await refusal(signed(body, { signature: 'x' }))).toBe('bad-signature')
    const stopped = await newSender('true-vision')
    await asOf(at, () => stopSenderKey(administrator, stopped.keyId))
    expect(await refusal(signed(body, {}, stopped))).toBe('forged')
    const gone = await newSender('true-vision')
    await asOf(at, () => stopSender(administrator, gone.senderId))
    expect(await refusal(signed(body, {}, gone))).toBe('forged')
  })

  it.each([
    ['no JSON', '{', 'not-referral'],
    ['no object', '[]', 'not-referral'],
    ['bytes that are no text', '\u{FFFF}{"a":', 'not-referral'],
    ['another version', JSON.stringify({ ...referral(), version: 'referral/2' }), 'not-referral'],
    ['a field nobody knows', JSON.stringify({ ...referral(), [hostile]: hostile }), 'not-referral'],
    [
      'answers of another kind',
      JSON.stringify({ ...referral(), answers: { account: { a: hostile } } }),
      'not-referral',
    ],
    ['a reference of words', JSON.stringify({ ...referral(), reference: hostile }), 'not-referral'],
    [
      'a very long answer',
      JSON.stringify({ ...referral(), answers: { account: hostile.repeat(500) } }),
      'not-referral',
    ],
    ['too much', JSON.stringify({ ...referral(), answers: { account: 'x'.repeat(300_000) } }), 'too-large'],
  ])('is %s', async (_, body, code) => {
    expect(await refusal(signed(body))).toBe(code)
  })

  it('is of another type', async () => {
    expect(await refusal(signed('{}', { 'content-type': 'text/plain' }))).toBe('wrong-type')
  })
})

describe('whoever keeps senders', () => {
  const code = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    )

  it('adds no third key while two are in use, no key twice and no name twice', async () => {
    const { senderId, publicKey } = await newSender('true-vision')
    const add = async (key: string) => asOf(at, () => code(addSenderKey(administrator, senderId, key)))
    expect(await add(publicKey)).toBe('sender-exists')
    expect(await add('not a key')).toBe('invalid')
    const keys = [1, 2, 3].map(newSenderKey)
    expect((await Promise.all(keys.map((key) => add(key.publicKey)))).sort()).toEqual([
      'done',
      'two-keys',
      'two-keys',
    ])
    const { name } = await ownerDb().referralSender.findUniqueOrThrow({ where: { id: senderId } })
    const twice = asOf(at, () => code(addSender(administrator, { name, channel: 'true-vision' })))
    expect(await twice).toBe('sender-exists')
  })

  it.each(['supervisor', 'triager', 'auditor'] as const)('is no %s', async (role) => {
    const id = randomUUID()
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
    const by = { actor: { id, name: 'Test', role, districts: [] }, strongAt: at }
    expect(await asOf(at, () => code(addSender(by, { name: 'X', channel: 'true-vision' })))).toBe('forbidden')
    // The database looks up the role by the account; a claim counts for nothing.
    const claimed = { ...by, actor: { ...by.actor, role: 'administrator' as const } }
    await expect(
      asOf(at, () => addSender(claimed, { name: `X ${id}`, channel: 'true-vision' })),
    ).rejects.toThrow('row-level security policy for table "referral_sender"')
  })
})

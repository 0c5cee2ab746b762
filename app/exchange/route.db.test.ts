import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { knowForce, madeContent, otherKeys, ownKeys, passedBy } from '../../e2e/factories/other-force'
import { ensureKeys } from '../../e2e/factories/play'
import { signRequest } from '@/lib/adapters/http-signature'
import { log } from '@/lib/adapters/log'
import { receiveCase } from '@/lib/commands/receive-case'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { largestPassing, passingAnswer } from '@/lib/domain/ways-out/exchange'
import type { PassedCase } from '@/lib/domain/ways-out/exchange'
import { openSubmission } from '@/lib/queries/open-submission'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { acknowledgement, isSignedText } from '@/lib/sealing/passed-case'
import { POST } from './route'

vi.mock('@/lib/adapters/log', async (original) => ({ ...(await original<object>()), log: vi.fn() }))

const supervisor: Actor = { id: randomUUID(), name: 'Ada', role: 'supervisor', districts: [] }
const from = 'bedfordshire'
const url = 'https://desk.example.test/exchange'
let theirs: ExchangeKey

beforeAll(async () => {
  await ensureKeys()
  theirs = await otherKeys()
  const { id, name, role } = supervisor
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  await knowForce(from, theirs, { madeById: id })
})

interface How {
  readonly key?: ExchangeKey
  readonly tag?: string
  readonly now?: Date
}

/** A request as the other force's desk makes it. */
async function requestOf(passed: PassedCase | string, how: How = {}): Promise<Request> {
  const { key = theirs, tag = 'case-passing', now = new Date() } = how
  const body = new TextEncoder().encode(typeof passed === 'string' ? passed : JSON.stringify(passed))
  const contentType = 'application/json'
  const parts = { method: 'POST', authority: 'desk.example.test', path: '/exchange', contentType, body }
  const signed = await signRequest(parts, { keyId: key.id, privateKey: key.signing.privateKey }, { tag, now })
  const headers = { host: 'desk.example.test', 'content-type': contentType, ...signed }
  return new Request(url, { method: 'POST', body, headers })
}

async function answerTo(request: Request) {
  const answer = await POST(request)
  return { status: answer.status, answer: passingAnswer.parse(await answer.json()) }
}

const countCases = () => ownerDb().case.count({ where: { channel: 'other-force' } })

describe('a case of another force', () => {
  it('becomes one here, in the queue as from another force, and is acknowledged under its reference', async () => {
    const content = madeContent(from)
    const { status, answer } = await answerTo(await requestOf(await passedBy(theirs, content)))
    expect(status).toBe(200)
    if (!('reference' in answer)) throw new Error('It was refused.')
    const own = await ownKeys()
    const said = acknowledgement(content.label, answer.reference)
    expect(await isSignedText(said, answer.signature, own.signing.publicKey)).toBe(true)
    const found = await ownerDb().case.findUniqueOrThrow({ where: { reference: answer.reference } })
    expect(found).toMatchObject({
      channel: 'other-force',
      status: 'new',
      strands: ['race'],
      recordedById: null,
    })
    const acts = await ownerDb().auditEvent.findMany({
      where: { reference: answer.reference },
      orderBy: { seq: 'asc' },
    })
    expect(acts.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['collected', null],
      ['passed-in', null],
    ])
    expect(acts.at(-1)?.detail).toEqual({ from })
  })

  it('has all in it that was told there, and no return code of its own', async () => {
    const received = await receiveCase(JSON.stringify(await passedBy(theirs, madeContent(from))), null)
    if (!received.ok) throw new Error('It was refused.')
    const opened = await openSubmission(supervisor, received.reference, 'supervision')
    for (const words of [
      ...['They shouted at me in the market', 'Sam Doe', 'HC-7K2Q-M4TD', 'Is there any news?'],
      ...['Spoke with them at length', 'took the case', 'From Bedfordshire Police'],
    ])
      expect(opened.fields.transcript).toContain(words)
    expect(opened.fields.answers).toContain('"contactChoice":"anonymous"')
    const { submissionId } = await ownerDb().case.findUniqueOrThrow({
      where: { reference: received.reference },
    })
    expect(await ownerDb().returnCode.count({ where: { submissionId } })).toBe(0)
  })

  it('is one case however often it comes, also twice at once and as a file besides', async () => {
    const content = madeContent(from)
    const before = await countCases()
    const passed = await passedBy(theirs, content)
    const at = await Promise.all([requestOf(passed), requestOf(passed)])
    const answers = await Promise.all(at.map(answerTo))
    // Sealed anew, as it is when it is sent again.
    const again = await receiveCase(JSON.stringify(await passedBy(theirs, content)), supervisor)
    const references = [...answers.map(({ answer }) => ('reference' in answer ? answer.reference : null))]
    expect(new Set([...references, again.ok ? again.reference : null]).size).toBe(1)
    expect(again).toMatchObject({ ok: true, again: true })
    expect(await countCases()).toBe(before + 1)
  })

  it('as a file it is recorded by a supervisor, in their name, and by nobody else', async () => {
    const text = JSON.stringify(await passedBy(theirs, madeContent(from)))
    const handler: Actor = { id: randomUUID(), name: 'Ben', role: 'triager', districts: [] }
    await ownerDb().account.create({
      data: { id: handler.id, email: `${handler.id}@example.test`, name: 'Ben', role: handler.role },
    })
    expect(await receiveCase(text, handler)).toMatchObject({ ok: false })
    const received = await receiveCase(text, supervisor)
    if (!received.ok) throw new Error('It was refused.')
    const found = await ownerDb().case.findUniqueOrThrow({ where: { reference: received.reference } })
    expect(found.recordedById).toBe(supervisor.id)
  })
})

describe('what is not taken leaves no case, and is told why', () => {
  const refusals: readonly (readonly [string, () => Promise<Request>, string, number])[] = [
    ['text that is none of ours', () => requestOf('{"schema":"passed-case/2"}'), 'malformed', 400],
    ['no JSON', () => requestOf('<xml/>'), 'malformed', 400],
    [
      'nothing signed',
      () => Promise.resolve(new Request(url, { method: 'POST', body: '{}' })),
      'malformed',
      400,
    ],
    [
      'a signature of another key',
      async () =>
        requestOf(await passedBy(theirs, madeContent(from)), {
          key: { ...(await otherKeys()), id: theirs.id },
        }),
      'forged',
      401,
    ],
    [
      'a key nobody knows',
      async () => requestOf(await passedBy(theirs, madeContent(from)), { key: await otherKeys() }),
      'forged',
      401,
    ],
    [
      'a request signed for something else',
      async () => requestOf(await passedBy(theirs, madeContent(from)), { tag: 'referral' }),
      'forged',
      401,
    ],
    [
      'one of an hour ago',
      async () =>
        requestOf(await passedBy(theirs, madeContent(from)), { now: new Date(Date.now() - 3_600_000) }),
      'old',
      401,
    ],
    [
      'a case signed by another than sent it',
      async () => requestOf(await passedBy(await otherKeys(), madeContent(from))),
      'forged',
      401,
    ],
    [
      'a case of a force that is not known',
      async () => requestOf(await passedBy(theirs, madeContent('wiltshire'))),
      'unknown-force',
      401,
    ],
    [
      'a case for another force',
      async () => {
        const content = madeContent(from)
        return requestOf(await passedBy(theirs, { ...content, label: { ...content.label, to: 'kent' } }))
      },
      'not-for-us',
      422,
    ],
    ['more than any case is', () => requestOf('x'.repeat(largestPassing + 1)), 'too-large', 413],
  ]

  it.each(refusals)('%s', async (_, make, refusal, status) => {
    const before = await countCases()
    expect(await answerTo(await make())).toEqual({
      status,
      answer: { schema: 'passed-case-answer/1', refusal },
    })
    expect(await countCases()).toBe(before)
  })

  it('a request that came before', async () => {
    const request = await requestOf(await passedBy(theirs, madeContent(from)))
    const copy = request.clone()
    expect((await answerTo(request)).status).toBe(200)
    const before = await countCases()
    expect(await answerTo(copy)).toMatchObject({ status: 409, answer: { refusal: 'replayed' } })
    expect(await countCases()).toBe(before)
  })

  it('one that fails on the way, of which the log has the kind and no word', async () => {
    const body = new ReadableStream({
      start: (stream) => {
        stream.error(new TypeError('Ada Lovelace'))
      },
    })
    const half = { method: 'POST', body, duplex: 'half' }
    const request = new Request(url, half)
    vi.mocked(log).mockClear()
    expect(await answerTo(request)).toEqual({
      status: 503,
      answer: { schema: 'passed-case-answer/1', refusal: 'went-wrong' },
    })
    expect(vi.mocked(log).mock.calls).toEqual([
      ['error', { event: 'passing-failed', code: 'TypeError', correlation: expect.any(String) as string }],
      ['warn', { event: 'passing-refused', code: 'went-wrong' }],
    ])
  })

  it('a case whose label says another than is under the seal', async () => {
    const passed = await passedBy(theirs, madeContent(from))
    const moved = { ...passed, label: { ...passed.label, passing: randomUUID() } }
    expect(await receiveCase(JSON.stringify(moved), null)).toEqual({ ok: false, refusal: 'forged' })
  })

  it('one of a force that was ended', async () => {
    await ownerDb().partnerForce.updateMany({ where: { partner: from }, data: { active: false } })
    const text = JSON.stringify(await passedBy(theirs, madeContent(from)))
    expect(await receiveCase(text, null)).toEqual({ ok: false, refusal: 'unknown-force' })
    await ownerDb().partnerForce.updateMany({ where: { partner: from }, data: { active: true } })
  })
})

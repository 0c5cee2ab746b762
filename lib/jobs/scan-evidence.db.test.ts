import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { startClamd } from '../../scripts/testing/clamd'
import type { TestDaemon } from '../../scripts/testing/clamd'
import { scan } from '@/lib/adapters/clamd'
import { addFiles } from '@/lib/commands/evidence/add-files'
import { sendFiles } from '@/lib/commands/evidence/send-files'
import { ownerDb } from '@/lib/db/owner'
import { followUpEvidence } from '@/lib/queries/follow-up-evidence'
import { scanEvidence } from './scan-evidence'

const setting = vi.hoisted(() => ({ address: undefined as string | undefined }))
vi.mock('@/lib/config/env', async (original) => {
  const real = await original<{ readonly env: () => object }>()
  return { ...real, env: () => ({ ...real.env(), CLAMD_ADDRESS: setting.address }) }
})

const broken = vi.hoisted(() => ({ id: '' }))
vi.mock('@/lib/commands/evidence/waiting-scans', async (original) => {
  const real = await original<{ readonly waitingPiece: (id: string, place: number) => Promise<unknown> }>()
  return {
    ...real,
    waitingPiece: (id: string, place: number) =>
      id === broken.id ? Promise.reject(new TypeError('no such thing')) : real.waitingPiece(id, place),
  }
})

const mark = 'ALONGSIDE-TEST-SIGNATURE-7f3a'
const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
let daemon: TestDaemon

beforeAll(async () => {
  await ensureKeys()
  daemon = await startClamd(folder, mark)
})
afterAll(() => {
  daemon.end()
  rmSync(folder, { recursive: true, force: true })
})

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text))
}

/** Sends two files with a return code, one of them with what the daemon knows in it. */
async function sendTwo() {
  const one = await converse()
  // eslint-disable-next-line @typescript-eslint/require-await -- files arrive one by one, here all at once
  const files = async function* () {
    yield { name: 'bad.txt', bytes: pieces('words ', mark, ' more words') }
    yield { name: 'good.txt', bytes: pieces('They said it again today.') }
  }
  await addFiles({ cookie: one.cookie, place: 'follow-up', files: files() })
  expect(await sendFiles(one.cookie)).toBe('sent')
  return one
}
const scansOf = async (cookie: string) =>
  Object.fromEntries(
    (await followUpEvidence(await followUpOf(cookie))).map(({ name, scan: said }) => [name, said]),
  )
const typesOf = async (reference: string) =>
  (await ownerDb().caseEvent.findMany({ where: { case: { reference } }, orderBy: { at: 'asc' } })).map(
    ({ type }) => type,
  )

describe('the real daemon', () => {
  test('finds what it knows, across pieces, and nothing in what is clean', async () => {
    setting.address = daemon.address
    expect(await scan(pieces('nothing here'))).toBe('clean')
    expect(await scan(pieces('x'.repeat(1_000_000), mark.slice(0, 9), mark.slice(9)))).toBe('found')
  })

  test('looks at files as they come: what it finds is told to the sender and to staff', async () => {
    setting.address = daemon.address
    const { cookie, reference } = await sendTwo()
    expect(await scansOf(cookie)).toEqual({ 'bad.txt': 'found', 'good.txt': 'clean' })
    expect(await typesOf(reference)).toContain('evidence-found')
  })

  test('looks later at what came while it was not there; each opening is a row of the audit', async () => {
    // Files that other tests sent, and nobody looked at, are not waited for: so many are looked at in one run.
    await ownerDb().evidence.updateMany({ data: { scan: 'clean' } })
    setting.address = 'unix:/nowhere/clamd.sock'
    const { cookie, reference } = await sendTwo()
    expect(await scansOf(cookie)).toEqual({ 'bad.txt': 'unscanned', 'good.txt': 'unscanned' })
    expect(await scanEvidence()).toBe(0)
    const looked = () => ownerDb().auditEvent.count({ where: { reference, action: 'evidence-scanned' } })
    expect(await looked()).toBe(0)
    setting.address = daemon.address
    expect(await scanEvidence()).toBe(2)
    expect(await scansOf(cookie)).toEqual({ 'bad.txt': 'found', 'good.txt': 'clean' })
    expect(await looked()).toBe(2)
    expect(await typesOf(reference)).toContain('evidence-found')
    expect(await scanEvidence()).toBe(0)
  })

  test('is not kept from the others by a file that goes wrong, whatever goes wrong with it', async () => {
    await ownerDb().evidence.updateMany({ data: { scan: 'clean' } })
    setting.address = 'unix:/nowhere/clamd.sock'
    const first = await sendTwo()
    const second = await sendTwo()
    const [oldest] = await ownerDb().evidence.findMany({
      where: { submissionId: first.submissionId },
      orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
    })
    broken.id = oldest?.id ?? ''
    setting.address = daemon.address
    expect(await scanEvidence()).toBe(3)
    expect(Object.values(await scansOf(first.cookie)).filter((said) => said === 'unscanned')).toHaveLength(1)
    expect(await scansOf(second.cookie)).toEqual({ 'bad.txt': 'found', 'good.txt': 'clean' })
    const looks = () =>
      ownerDb().auditEvent.count({ where: { reference: first.reference, action: 'evidence-scanned' } })
    expect(await looks()).toBe(2)
    // It waits its hour, and is not opened each minute meanwhile.
    broken.id = ''
    expect(await scanEvidence()).toBe(0)
    expect(await looks()).toBe(2)
  })
})

describe('a daemon that is', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })
  const stand = (behave: (socket: Socket) => void) =>
    new Promise<string>((resolve) => {
      const server = createServer((socket) => {
        socket.on('error', () => socket.destroy())
        behave(socket)
      })
      servers.push(server)
      server.listen(0, '127.0.0.1', () => {
        resolve(`tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
      })
    })
  const answering = (answer: string) => (socket: Socket) => {
    socket.on('data', (data: Buffer) => {
      if (data.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer)
    })
  }

  test.each([
    ['gone', (socket: Socket) => socket.destroy()],
    ['wrong', answering('stream: MAYBE\0')],
    ['cut off in its answer', answering('stream: O')],
    ['refusing', answering('INSTREAM size limit exceeded. ERROR\0')],
    ['another program', answering('HTTP/1.1 200 OK\r\n\r\n')],
  ])('%s calls nothing clean', async (_how, behave) => {
    setting.address = await stand(behave)
    expect(await scan(pieces('a'.repeat(500_000), 'b'.repeat(500_000)))).toBe('unscanned')
  })

  test('not set up is asked nothing', async () => {
    setting.address = undefined
    expect(await scan(pieces('words'))).toBe('unscanned')
    expect(await scanEvidence()).toBe(0)
  })
})

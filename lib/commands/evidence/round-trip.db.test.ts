import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { numbersFrom } from '../../../e2e/hostile/sets/cross'
import { arriving, arrivingAll } from '../../../e2e/factories/arriving'
import { ensureKeys, leastReport, play, reporter } from '../../../e2e/factories/play'
import { currentForce } from '@/lib/config/current-force'
import { mostFiles, pieceBytes } from '@/lib/domain/evidence/limits'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import { giveEvidence } from '@/lib/queries/give-evidence'
import { openCase } from '@/lib/queries/open-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { submitJourney } from '../submit-journey'
import { addFiles } from './add-files'

const supervisor: Actor = {
  id: seedId('account', 'supervisor@example.test'),
  name: 'supervisor',
  role: 'supervisor',
  districts: [],
}
const reports = 100
const atEdges = [-1, 0, 1].flatMap((by) => [pieceBytes + by, 2 * pieceBytes + by])
const pick = numbersFrom(20_261_122)

/** Bytes that look like a picture from outside; one file in fifty is as long as a piece or two, to the byte. */
function bytesOf(place: number): Buffer {
  const edge = place % 50 === 0 ? atEdges[(place / 50) % atEdges.length] : undefined
  const length = edge ?? 4 + Math.floor(pick() * 9000)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(length - 4)])
}
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function sendTen(first: number) {
  const sent = Array.from({ length: mostFiles }, (_, at) => bytesOf(first + at))
  const cookie = await play(reporter, leastReport)
  const files = arrivingAll(...sent.map((bytes, at) => arriving(`${String(at)}.jpg`, bytes)))
  expect(await addFiles({ cookie, place: 'report', files })).toBe('added')
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  const post = {
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId: 'report',
    token,
    cookie,
  } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return { sent, ...result.sent }
}

async function given(reference: string, id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await giveEvidence(supervisor, reference, id, 'supervision')).body)
    pieces.push(piece)
  return Buffer.concat(pieces)
}

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

test('a thousand files come back byte for byte, and their receipts are true', async () => {
  let same = 0
  for (let report = 0; report < reports; report += 1) {
    const { sent, reference, files } = await sendTen(report * mostFiles)
    expect(files?.map(({ sha256 }) => sha256)).toEqual(sent.map(digest))
    const listed = (await openCase(supervisor, reference, 'supervision'))?.files ?? []
    for (const [at, { id }] of listed.entries())
      if ((await given(reference, id)).equals(sent[at] ?? Buffer.alloc(0))) same += 1
  }
  process.stdout.write(`  ${String(same)} of 1,000 files came back byte for byte\n`)
  expect(same).toBe(1000)
}, 600_000)

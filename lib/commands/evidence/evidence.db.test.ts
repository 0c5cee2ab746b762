import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { arriving, arrivingAll } from '../../../e2e/factories/arriving'
import { converse, followUpOf } from '../../../e2e/factories/converse'
import { asker, ensureKeys, play } from '../../../e2e/factories/play'
import { scenarios } from '../../../e2e/factories/scenarios'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { mostBytes, mostFiles } from '@/lib/domain/evidence/limits'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { followUpEvidence } from '@/lib/queries/follow-up-evidence'
import { giveEvidence, givePlainCopy } from '@/lib/queries/give-evidence'
import { openCase } from '@/lib/queries/open-case'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { forgetAnswers } from '../forget-answers'
import { leaveDraft } from '../leave'
import { submitJourney } from '../submit-journey'
import { addFiles } from './add-files'
import { filesAt } from './file-place'
import type { ArrivingFile } from './keep-file'
import { removeFile } from './remove-file'
import { sendFiles } from './send-files'

const supervisor: Actor = {
  ...{
    id: seedId('account', 'supervisor@example.test'),
    name: 'supervisor',
    role: 'supervisor',
    districts: [],
  },
}
const administrator: Actor = {
  ...{ id: seedId('account', 'admin@example.test'), name: 'admin', role: 'administrator', districts: [] },
}

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const jpeg = (length: number) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(length - 4)]))

const fields =
  scenarios.find(({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only')
    ?.fields ?? {}
const begin = () => play(asker, fields)
const add = (cookie: string, ...files: readonly ArrivingFile[]) =>
  addFiles({ cookie, place: 'liaison', files: arrivingAll(...files) })
const filesOf = async (cookie: string) => {
  const files = filesAt(await readDraft('public', cookie), 'liaison')
  if (files === null) throw new Error('there is no draft')
  return files
}
async function send(cookie: string) {
  const token = (await readDraft('public', cookie))?.journeys.liaison?.token ?? ''
  const post = {
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId: 'liaison',
    token,
    cookie,
  } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent
}
async function give(by: Actor, reference: string, id: string): Promise<Buffer> {
  return allOf((await giveEvidence(by, reference, id, 'supervision')).body)
}
async function allOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'allowed',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  )
const filesOfCase = async (reference: string) =>
  (await openCase(supervisor, reference, 'supervision'))?.files ?? []
const left = (ids: readonly string[]) => ownerDb().evidence.count({ where: { id: { in: [...ids] } } })

describe('files of a report', () => {
  test('come back byte for byte, with the receipt that was given for them', async () => {
    const cookie = await begin()
    const sent = [jpeg(10), jpeg(1024 * 1024), jpeg(3 * 1024 * 1024 + 17)]
    expect(await add(cookie, ...sent.map((bytes, at) => arriving(`a${String(at)}.jpg`, bytes)))).toBe('added')
    const { reference, files } = await send(cookie)
    expect(files?.map(({ sha256 }) => sha256)).toEqual(sent.map(digest))
    const listed = await filesOfCase(reference)
    expect(listed.map(({ file }) => file)).toMatchObject(
      sent.map((bytes, at) => ({
        name: `a${String(at)}.jpg`,
        kind: 'jpeg',
        bytes: bytes.length,
        sha256: digest(bytes),
      })),
    )
    for (const [at, { id }] of listed.entries())
      expect(digest(await give(supervisor, reference, id))).toBe(digest(sent[at] ?? new Uint8Array()))
    expect(await filesOf(cookie).catch(() => 'nothing waits')).toBe('nothing waits')
  })

  test('are given to nobody who may not open the case, and every gift and refusal is in the audit', async () => {
    const cookie = await begin()
    await add(cookie, arriving('x.jpg', jpeg(500)))
    const { reference } = await send(cookie)
    const [file] = await filesOfCase(reference)
    const id = file?.id ?? ''
    expect(await codeOf(giveEvidence(administrator, reference, id, 'supervision'))).toBe('not-found')
    expect(await codeOf(giveEvidence(supervisor, reference, 'no-id', 'supervision'))).toBe('not-found')
    await give(supervisor, reference, id)
    const rows = await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })
    expect(rows.filter(({ action }) => action === 'evidence-given')).toMatchObject([
      { actorId: supervisor.id, detail: { file: id } },
    ])
    expect(
      rows.filter(({ action, actorId }) => action === 'refused' && actorId === administrator.id),
    ).toHaveLength(1)
  })

  test('are given as a copy without hidden data too: audited as that, and what was sent stays', async () => {
    const cookie = await begin()
    const segment = (code: number, held: Buffer) =>
      Buffer.concat([Buffer.from([0xff, code, (held.length + 2) >> 8, (held.length + 2) & 255]), held])
    const where = Buffer.from('Exif\0\0 51.7520 -0.3360')
    const picture = (aside: readonly Buffer[], long: number) =>
      Buffer.concat([
        ...[Buffer.from([0xff, 0xd8]), ...aside, segment(0xc0, Buffer.from('frame'))],
        ...[segment(0xda, Buffer.from('scan')), Buffer.alloc(long, 7), Buffer.from([0xff, 0xd9])],
      ])
    const sent = picture([segment(0xe1, where)], 1_500_000)
    await add(
      cookie,
      arriving('a.jpg', sent),
      arriving('b.jpg', jpeg(9)),
      arriving('c.txt', where.subarray(6)),
    )
    const { reference } = await send(cookie)
    const [whole, broken, words] = (await filesOfCase(reference)).map(({ id }) => id)
    const copy = await givePlainCopy(supervisor, reference, whole ?? '', 'supervision')
    expect(copy.name).toBe(`${reference}-file-1-copy.jpg`)
    const bytes = await allOf(copy.body)
    expect(bytes.equals(picture([], 1_500_000))).toBe(true)
    expect(bytes).toHaveLength(copy.bytes)
    for (const id of [broken, words])
      expect(await codeOf(givePlainCopy(supervisor, reference, id ?? '', 'supervision'))).toBe('no-copy')
    expect(await codeOf(givePlainCopy(administrator, reference, whole ?? '', 'supervision'))).toBe(
      'not-found',
    )
    const rows = await ownerDb().auditEvent.findMany({
      where: { reference, action: 'evidence-copied' },
      orderBy: { seq: 'asc' },
    })
    expect(rows.map(({ actorId, detail }) => [actorId, detail])).toEqual(
      [whole, broken, words].map((file) => [supervisor.id, { file }]),
    )
    expect(digest(await give(supervisor, reference, whole ?? ''))).toBe(digest(sent))
    expect((await filesOfCase(reference))[0]?.file?.sha256).toBe(digest(sent))
  })

  test('are not given out where a scanner found something, and do not open in another place', async () => {
    const cookie = await begin()
    await add(cookie, arriving('x.jpg', jpeg(2 * 1024 * 1024)))
    const { reference } = await send(cookie)
    const [file] = await filesOfCase(reference)
    const id = file?.id ?? ''
    await ownerDb().$executeRaw`UPDATE evidence_piece SET place = place + 10 WHERE evidence_id = ${id}::uuid`
    await ownerDb().$executeRaw`UPDATE evidence_piece SET place = 11 - place WHERE evidence_id = ${id}::uuid`
    await expect(give(supervisor, reference, id)).rejects.toBeInstanceOf(CannotOpenError)
    await ownerDb().evidence.update({ where: { id }, data: { scan: 'found' } })
    expect(await codeOf(giveEvidence(supervisor, reference, id, 'supervision'))).toBe('forbidden')
  })

  test('hold no word of what they are in any row', async () => {
    const cookie = await begin()
    await add(
      cookie,
      arriving('a-telling-name.jpg', new TextEncoder().encode('a telling sentence '.repeat(99))),
    )
    const { submissionId } = await send(cookie)
    const rows = await ownerDb().evidence.findMany({
      where: { submissionId },
      include: { held: true, box: { include: { fields: true } } },
    })
    expect(rows).toHaveLength(1)
    const bytes = rows.flatMap(({ held, box }) => [
      ...held.map(({ ciphertext }) => ciphertext),
      ...(box?.fields ?? []).map(({ ciphertext }) => ciphertext),
    ])
    expect(bytes.length).toBeGreaterThan(1)
    for (const one of bytes) expect(Buffer.from(one).includes('telling')).toBe(false)
    expect(
      JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? null : value)),
    ).not.toMatch(/telling/u)
    expect(rows[0]?.draftLookup).toBeNull()
  })
})

describe('what is not taken', () => {
  test('is said of each file, and keeps no other out', async () => {
    const cookie = await begin()
    const result = await add(
      cookie,
      arriving('empty.jpg', new Uint8Array()),
      arriving('program.jpg', new TextEncoder().encode('MZ\u0090\0')),
      arriving('half.jpg', jpeg(200_000), true),
      arriving('large.jpg', jpeg(mostBytes + 1)),
      arriving('\u202Egood.jpg', jpeg(1000)),
    )
    expect(result).toBe('refused')
    const { held, refused } = await filesOf(cookie)
    expect(refused).toEqual([
      { name: 'empty.jpg', problem: 'empty' },
      { name: 'program.jpg', problem: 'kind' },
      { name: 'half.jpg', problem: 'broken-off' },
      { name: 'large.jpg', problem: 'too-large' },
    ])
    expect(held.map(({ name }) => name)).toEqual(['good.jpg'])
    const { reference } = await send(cookie)
    expect(await filesOfCase(reference)).toHaveLength(1)
  })

  test('the eleventh file is not, and the ten are kept', async () => {
    const cookie = await begin()
    const eleven = Array.from({ length: mostFiles + 1 }, (_, at) => arriving(`${String(at)}.jpg`, jpeg(100)))
    expect(await add(cookie, ...eleven)).toBe('refused')
    const { held, refused } = await filesOf(cookie)
    expect(held).toHaveLength(mostFiles)
    expect(refused).toEqual([{ name: '10.jpg', problem: 'too-many' }])
    expect(await add(cookie, arriving('one-more.jpg', jpeg(100)))).toBe('refused')
    await removeFile(cookie, 'liaison', held[0]?.id ?? '')
    expect(await add(cookie, arriving('one-more.jpg', jpeg(100)))).toBe('added')
  })

  test('nothing is taken for nobody', async () => {
    const nobody = {
      cookie: undefined,
      place: 'liaison',
      files: arrivingAll(arriving('x.jpg', jpeg(100))),
    } as const
    expect(await addFiles(nobody)).toBe('gone')
    expect(await addFiles({ ...nobody, cookie: await begin(), place: 'follow-up' })).toBe('gone')
    expect(await add(await begin())).toBe('refused')
  })
})

describe('what is not sent', () => {
  const held = async () => {
    const cookie = await begin()
    await add(cookie, arriving('x.jpg', jpeg(100)), arriving('y.jpg', jpeg(100)))
    return { cookie, ids: (await filesOf(cookie)).held.map(({ id }) => id) }
  }

  test('goes when it is removed, and nobody else can remove it', async () => {
    const { cookie, ids } = await held()
    await removeFile(await begin(), 'liaison', ids[0] ?? '')
    expect(await left(ids)).toBe(2)
    await removeFile(cookie, 'liaison', ids[0] ?? '')
    expect(await left(ids)).toBe(1)
    expect((await filesOf(cookie)).held.map(({ id }) => id)).toEqual([ids[1]])
  })

  test('goes when its answers are deleted, and when somebody leaves', async () => {
    const deleted = await held()
    await forgetAnswers(deleted.cookie)
    expect(await left(deleted.ids)).toBe(0)
    const gone = await held()
    await leaveDraft('public', gone.cookie)
    expect(await left(gone.ids)).toBe(0)
    expect(await ownerDb().evidencePiece.count({ where: { evidenceId: { in: gone.ids } } })).toBe(0)
  })

  test('goes by itself when the time of its answers is up', async () => {
    const { ids } = await held()
    await ownerDb().$executeRaw`UPDATE draft SET expires_at = '2020-01-01' WHERE lookup IN (
      SELECT draft_lookup FROM evidence WHERE id = ${ids[0] ?? ''}::uuid)`
    await begin()
    expect(await left(ids)).toBe(0)
  })
})

test('erasing a case destroys its files, keys first', async () => {
  const cookie = await begin()
  await add(cookie, arriving('x.jpg', jpeg(100)))
  const { reference, submissionId } = await send(cookie)
  const [file] = await filesOfCase(reference)
  await ownerDb().$executeRaw`SELECT destroy_case(c, now()) FROM "case" c WHERE c.reference = ${reference}`
  expect(await left([file?.id ?? ''])).toBe(0)
  expect(await ownerDb().evidencePiece.count({ where: { evidenceId: file?.id ?? '' } })).toBe(0)
  expect(await ownerDb().evidence.count({ where: { submissionId } })).toBe(0)
})

describe('files added with a return code', () => {
  const addLater = async (cookie: string, ...files: readonly ArrivingFile[]) =>
    addFiles({ cookie, place: 'follow-up', files: arrivingAll(...files) })

  test('are sent once, come back byte for byte, and their sender has the receipts', async () => {
    const { cookie, reference } = await converse()
    const bytes = jpeg(1_500_000)
    await addLater(cookie, arriving('later.jpg', bytes))
    expect((await Promise.all([sendFiles(cookie), sendFiles(cookie)])).sort()).toEqual(['none', 'sent'])
    const [listed, ...others] = await filesOfCase(reference)
    expect(others).toEqual([])
    expect(listed).toMatchObject({ withCode: true, file: { name: 'later.jpg', sha256: digest(bytes) } })
    expect(digest(await give(supervisor, reference, listed?.id ?? ''))).toBe(digest(bytes))
    expect(await followUpEvidence(await followUpOf(cookie))).toMatchObject([
      { name: 'later.jpg', bytes: bytes.length, sha256: digest(bytes), scan: 'unscanned' },
    ])
    const events = await ownerDb().caseEvent.findMany({
      where: { case: { reference }, type: 'evidence-received' },
    })
    expect(events.map(({ detail }) => detail)).toEqual([{ files: 1 }])
  })

  test('have the last word, as a message has: whoever is waited for has answered, and a closed case is told of', async () => {
    const { cookie, reference } = await converse()
    const where = { reference }
    const closed = { status: 'closed', closedAt: new Date(Date.now() - 60_000), disposition: 'advice-given' }
    const old = { lastMessageAt: new Date(Date.now() - 120_000), lastMessageFrom: 'staff' }
    await ownerDb().case.update({ where, data: { ...old, status: 'awaiting-contact' } })
    await addLater(cookie, arriving('asked for.jpg', jpeg(50)))
    expect(await sendFiles(cookie)).toBe('sent')
    const answered = await ownerDb().case.findUniqueOrThrow({ where })
    expect(answered).toMatchObject({ lastMessageFrom: 'reporter', status: 'in-progress' })

    await ownerDb().case.update({ where, data: { ...old, ...closed } })
    await addLater(cookie, arriving('afterwards.jpg', jpeg(50)))
    expect(await sendFiles(cookie)).toBe('sent')
    const after = await ownerDb().case.findUniqueOrThrow({ where })
    expect(after).toMatchObject({ lastMessageFrom: 'reporter', status: 'closed' })
    const late = await deskDb().$queryRaw<{ id: string }[]>`SELECT id::text FROM replies_after_closing()`
    expect(late.map(({ id }) => id)).toContain(after.id)
  })

  test('are ten in a day; what fits is sent, what is one too many is said so and destroyed', async () => {
    const { cookie, reference } = await converse()
    await addLater(cookie, ...Array.from({ length: 9 }, (_, at) => arriving(`${String(at)}.jpg`, jpeg(50))))
    expect(await sendFiles(cookie)).toBe('sent')
    await addLater(cookie, arriving('tenth.jpg', jpeg(50)), arriving('eleventh.jpg', jpeg(50)))
    const waiting = (await followUpOf(cookie)).files?.held.map(({ id }) => id) ?? []
    expect(await sendFiles(cookie)).toBe('full')
    const leftOver = async () => (await followUpOf(cookie)).files
    expect(await leftOver()).toEqual({
      held: [],
      refused: [{ name: 'eleventh.jpg', problem: 'today-full' }],
    })
    const names = async () => (await filesOfCase(reference)).map(({ file }) => file?.name)
    const ten = [...Array.from({ length: 9 }, (_, at) => `${String(at)}.jpg`), 'tenth.jpg']
    expect((await names()).sort()).toEqual([...ten].sort())
    expect(await left(waiting)).toBe(1)
    await addLater(cookie, arriving('twelfth.jpg', jpeg(50)))
    expect(await sendFiles(cookie)).toBe('full')
    expect(await leftOver()).toMatchObject({ held: [], refused: [{ name: 'twelfth.jpg' }] })
    expect(await names()).toHaveLength(10)
  })

  test('with a code that opens nothing any more are not taken', async () => {
    const { cookie, submissionId } = await converse()
    await addLater(cookie, arriving('x.jpg', jpeg(50)))
    await ownerDb().returnCode.delete({ where: { submissionId } })
    expect(await sendFiles(cookie)).toBe('ended')
    expect(await sendFiles(undefined)).toBe('ended')
  })
})

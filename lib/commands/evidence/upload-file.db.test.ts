import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { converse, followUpOf } from '../../../e2e/factories/converse'
import { asker, ensureKeys, play } from '../../../e2e/factories/play'
import { scenarios } from '../../../e2e/factories/scenarios'
import { ownerDb } from '@/lib/db/owner'
import { mostBytes, mostFiles, pieceBytes } from '@/lib/domain/evidence/limits'
import { readDraft } from '@/lib/drafts/read-draft'
import { filesAt } from './file-place'
import { sendFiles } from './send-files'
import { beginUpload, finishUpload, takePiece } from './upload-file'

beforeAll(ensureKeys)

const fields =
  scenarios.find(({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only')
    ?.fields ?? {}
const at = async () => ({ cookie: await play(asker, fields), place: 'liaison' }) as const
const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(pieceBytes + 20)])
const piece = (place: number) => picture.subarray(place * pieceBytes, (place + 1) * pieceBytes)
const named = (name: string, size = picture.length, first = true) => ({ name, size, mark: name, first })
const filesOf = async ({ cookie, place }: { cookie: string; place: 'liaison' }) => {
  const files = filesAt(await readDraft('public', cookie), place)
  if (files === null) throw new Error('there is no draft')
  return files
}
const idOf = (state: Awaited<ReturnType<typeof beginUpload>>) => ('id' in state ? state.id : '')

test('a file that broke off goes on where it stood; a piece that comes twice or too early changes nothing', async () => {
  const upload = await at()
  const id = idOf(await beginUpload(upload, named('a.jpg')))
  expect(await takePiece(upload, { id, at: 1, bytes: piece(1) })).toEqual({ id, next: 0 })
  expect(await takePiece(upload, { id, at: 0, bytes: piece(0) })).toEqual({ id, next: 1 })
  expect(await takePiece(upload, { id, at: 0, bytes: piece(0) })).toEqual({ id, next: 1 })
  expect(await beginUpload(upload, named('a.jpg'))).toEqual({ id, next: 1 })
  expect(idOf(await beginUpload(upload, named('b.jpg')))).not.toBe(id)
  expect(await takePiece(upload, { id, at: 1, bytes: piece(1) })).toEqual({ id, next: 2 })
  expect(await finishUpload(upload, id)).toBeNull()
  expect(await finishUpload(upload, id)).toBeNull()
  const { held } = await filesOf(upload)
  expect(held.map(({ name, whole }) => [name, whole?.sha256])).toEqual([
    ['a.jpg', createHash('sha256').update(picture).digest('hex')],
    ['b.jpg', undefined],
  ])
  expect(await takePiece(upload, { id, at: 2, bytes: piece(0) })).toEqual({ problem: 'gone' })
})

test('what is not taken is said of each file, and nothing of it stays', async () => {
  const upload = await at()
  expect(await beginUpload(upload, named('empty.jpg', 0))).toEqual({ problem: 'empty' })
  expect(await beginUpload(upload, named('large.jpg', mostBytes + 1, false))).toEqual({
    problem: 'too-large',
  })
  const id = idOf(await beginUpload(upload, named('program.jpg', 4, false)))
  const program = new TextEncoder().encode('MZ\u0090\0')
  expect(await takePiece(upload, { id, at: 0, bytes: program })).toEqual({ problem: 'kind' })
  const { held, refused } = await filesOf(upload)
  expect(held).toEqual([])
  expect(refused).toEqual([
    { name: 'empty.jpg', problem: 'empty' },
    { name: 'large.jpg', problem: 'too-large' },
    { name: 'program.jpg', problem: 'kind' },
  ])
  expect(await ownerDb().evidence.count({ where: { id } })).toBe(0)
  // Those that are chosen next are told of alone.
  await beginUpload(upload, named('next.jpg'))
  expect((await filesOf(upload)).refused).toEqual([])
})

test('a file that says it is smaller than it is is no larger than one may be', async () => {
  const upload = await at()
  const id = idOf(await beginUpload(upload, named('a.jpg', 1)))
  for (let place = 0; place < 25; place += 1)
    expect(await takePiece(upload, { id, at: place, bytes: piece(0) })).toEqual({ id, next: place + 1 })
  expect(await takePiece(upload, { id, at: 25, bytes: piece(1) })).toEqual({ problem: 'too-large' })
  expect((await filesOf(upload)).held).toEqual([])
})

test('there are no more than ten, and another browser adds nothing to them', async () => {
  const upload = await at()
  for (let many = 0; many < mostFiles; many += 1)
    expect(await beginUpload(upload, named(`${String(many)}.jpg`))).toMatchObject({ next: 0 })
  expect(await beginUpload(upload, named('eleventh.jpg'))).toEqual({ problem: 'too-many' })
  const [first] = (await filesOf(upload)).held
  const id = first?.id ?? ''
  expect(await takePiece(await at(), { id, at: 0, bytes: piece(0) })).toEqual({ problem: 'gone' })
  expect(await finishUpload(await at(), id)).toBe('gone')
  const nobody = { cookie: undefined, place: 'liaison' } as const
  expect(await beginUpload(nobody, named('a.jpg'))).toEqual({ problem: 'gone' })
})

test('with a return code one that broke off is not sent, and one that is whole is', async () => {
  const { cookie, submissionId } = await converse()
  const upload = { cookie, place: 'follow-up' } as const
  const whole = idOf(await beginUpload(upload, named('whole.jpg')))
  await takePiece(upload, { id: whole, at: 0, bytes: piece(0) })
  const begun = idOf(await beginUpload(upload, named('begun.jpg')))
  expect(await finishUpload(upload, whole)).toBeNull()
  expect(await sendFiles(cookie)).toBe('sent')
  expect(await ownerDb().evidence.count({ where: { submissionId } })).toBe(1)
  expect((await followUpOf(cookie)).files?.held.map(({ id }) => id)).toEqual([begun])
})

import { randomUUID } from 'node:crypto'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeBoxes } from '../../e2e/factories/sealed-cases'
import { ownDatabase } from '../../scripts/testing/own-database'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { copyPublicKeys } from '@/lib/sealing/copy-public-keys'
import { createKeys } from '@/lib/sealing/create-keys'
import { INTAKE_PUBLIC, RECOVERY_PRIVATE, isIntakePrivate } from '@/lib/sealing/key-files'
import { intakePairs, keyPair, publicKeys } from '@/lib/sealing/key-ring'
import { sealBox, sealFor } from '@/lib/sealing/seal'
import { drillRecovery } from './drill-recovery'
import { recoverKeys } from './recover-keys'
import { renewRecovery } from './renew-recovery'
import { rotateKeys } from './rotate-keys'
import type { Rotation } from './rotate-keys'
import { openBox, openWith } from '@/scripts/testing/reads/own-eyes'

const quiet = () => undefined
const plain: Rotation = { destroyOld: false, ifErased: false, leaveUnreadable: false, settle: 0 }
const destroying = { ...plain, destroyOld: true }
const dir = await ownDatabase()
const offline = mkdtempSync(join(tmpdir(), 'alongside-offline-'))
const wrote = new Map<string, string>()

const store = (box: SealedBoxRow) => storeBoxes([box])

async function write(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const text = `What somebody wrote: ${randomUUID()}`
    const box = await sealBox('note', { text })
    await store(box)
    wrote.set(box.id, text)
  }
}

const stored = () =>
  ownerDb().sealedBox.findMany({
    where: { id: { in: [...wrote.keys()] } },
    include: { fields: true, wraps: true },
  })

/** How many of what was written open with the online keys, equal to what was written. */
async function open(): Promise<number> {
  const results = await Promise.all(
    (await stored()).map(async (box) => (await openBox(box).catch(() => null))?.text === wrote.get(box.id)),
  )
  return results.filter(Boolean).length
}

const wrapsOf = (keyId: string) => ownerDb().keyWrap.count({ where: { keyId } })
const audited = (action: string) =>
  ownerDb().auditEvent.findMany({ where: { action }, orderBy: { seq: 'asc' } })

beforeAll(async () => {
  await createKeys(dir)
  renameSync(join(dir, RECOVERY_PRIVATE), join(offline, RECOVERY_PRIVATE))
  await write(60)
})
afterAll(() => {
  rmSync(offline, { recursive: true })
})

describe('a rotation', () => {
  test('makes an epoch, wraps everything anew and destroys nothing that it was not asked to', async () => {
    const before = keyPair(dir)
    const sealedBefore = { force: currentForce().id, keys: publicKeys(dir) }
    const seen: number[] = []
    const report = await rotateKeys(plain, (done) => seen.push(done))
    expect(report).toMatchObject({ rewrapped: 60, unreadable: 0, destroyed: [], kept: 'not-asked' })
    expect(seen.at(-1)).toBe(60)
    expect(keyPair(dir).id).toBe(report.made)
    expect(publicKeys(dir)[0]?.id).toBe(report.made)
    expect([await wrapsOf(before.id), await wrapsOf(report.made ?? '')]).toEqual([0, 60])
    expect(await open()).toBe(60)

    // A public tier that has the old public half still: what it seals opens, and is wrapped anew with the next run.
    const late = await sealFor(sealedBefore, 'note', { text: 'late' })
    await store(late)
    wrote.set(late.id, 'late')
    expect(await open()).toBe(61)
    expect(await rotateKeys(plain, quiet)).toMatchObject({ made: null, rewrapped: 1, kept: 'not-asked' })
    expect(await open()).toBe(61)
  })

  test('destroys the private half of before when asked, and nothing is taken for it any more', async () => {
    const [newest, old] = intakePairs(dir)
    if (newest === undefined || old === undefined) throw new Error('There is no epoch of before.')
    const stale = { force: currentForce().id, keys: [old] }
    const report = await rotateKeys(destroying, quiet)
    expect(report).toMatchObject({ made: null, destroyed: [old.id], kept: 'none' })
    expect(readdirSync(dir).filter(isIntakePrivate)).toEqual([newest.file])
    expect(await open()).toBe(61)
    await expect(store(await sealFor(stale, 'note', { text: 'nobody could open it' }))).rejects.toThrow(
      /key that is destroyed/,
    )
  })

  test('makes the next, and destroys the one of before, in one go', async () => {
    const old = keyPair(dir)
    const report = await rotateKeys(destroying, quiet)
    expect(report).toMatchObject({ rewrapped: 61, destroyed: [old.id], kept: 'none' })
    expect(intakePairs(dir)).toHaveLength(1)
    expect(await open()).toBe(61)
  })

  test('leaves no moment at which something does not open', async () => {
    const state = { looking: true }
    const rotating = rotateKeys(plain, quiet).finally(() => (state.looking = false))
    let looks = 0
    while (state.looking) {
      expect(await open()).toBe(61)
      looks += 1
    }
    expect(await rotating).toMatchObject({ rewrapped: 61 })
    expect(looks).toBeGreaterThan(0)
    await rotateKeys(destroying, quiet)
  })

  test('is in the audit, with keys and counts', async () => {
    const rows = await audited('keys-rotated')
    const steps = rows.map(({ detail }) => (detail as { step: string }).step)
    expect(steps.slice(0, 3)).toEqual(['made', 'wrapping', 'wrapped'])
    expect(rows[2]?.detail).toMatchObject({ boxes: 60, unreadable: 0 })
    expect(steps).toEqual(expect.arrayContaining(['retired', 'destroyed']))
    expect(rows.every(({ actorId }) => actorId === null)).toBe(true)
  })

  test('goes nowhere for nothing: only where something was erased since', async () => {
    const { id } = keyPair(dir)
    expect(await rotateKeys({ ...destroying, ifErased: true }, quiet)).toMatchObject({ made: null })
    expect(keyPair(dir).id).toBe(id)
  })

  test('a box that nothing opens holds it up, until somebody says to go on without', async () => {
    const box = await sealBox('note', { text: 'to be damaged' })
    await store({ ...box, wraps: box.wraps.map((one) => ({ ...one, wrap: new Uint8Array([1, 2, 3]) })) })
    const held = await rotateKeys(destroying, quiet)
    expect(held).toMatchObject({ rewrapped: 61, unreadable: 1, destroyed: [], kept: 'still-needed' })
    expect(await open()).toBe(61)
    const gone = await rotateKeys({ ...destroying, leaveUnreadable: true }, quiet)
    expect(gone).toMatchObject({ made: null, unreadable: 1, kept: 'none' })
    expect(await open()).toBe(61)
    await ownerDb().sealedBox.delete({ where: { id: box.id } })
  })
})

describe('a rotation that is killed', () => {
  const command = ['scripts/operate.ts', 'rotate-keys', '--destroy-old', '--settle', '0']
  const start = (): ChildProcess => spawn(process.execPath, command, { stdio: 'ignore', detached: true })

  /** What a rotation at work changes: key files, and how many wraps there are of each key. */
  const standing = async () =>
    JSON.stringify([
      readdirSync(dir).sort(),
      await ownerDb().keyWrap.groupBy({ by: ['keyId'], _count: true, orderBy: { keyId: 'asc' } }),
    ])

  /** Kills a rotation some milliseconds after it has begun to change something. False where it was done before that. */
  async function cut(after: number): Promise<boolean> {
    const before = await standing()
    const child = start()
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>
    while (child.exitCode === null && (await standing()) === before) await pause(5)
    await Promise.race([ended, pause(after)])
    // The command is a child of the one that was started; the two are a group of their own.
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    const [, signal] = await ended
    return signal === 'SIGKILL'
  }

  test('at any moment loses nothing, and the next run finishes it', async () => {
    await write(439)
    const points = [0, 5, 20, 50, 100, 150, 200, 300, 400]
    let killed = 0
    for (const after of points) {
      if (await cut(after)) killed += 1
      expect(await open()).toBe(500)
    }
    expect(killed).toBeGreaterThan(2)
    expect((await rotateKeys(destroying, quiet)).kept).toBe('none')
    await rotateKeys(destroying, quiet)
    expect(intakePairs(dir)).toHaveLength(1)
    expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([])
    expect(await open()).toBe(500)
    process.stdout.write(
      `Killed ${String(killed)} of ${String(points.length)} rotations: 500 of 500 boxes opened after each\n`,
    )
  }, 240_000)
})

describe('the offline key', () => {
  const recovery = () => keyPair(offline, RECOVERY_PRIVATE)

  test('a drill opens a sample, with the online keys and without, and changes nothing', async () => {
    const before = await stored()
    expect(await drillRecovery(recovery(), 50, quiet)).toEqual({ boxes: 50, equal: 50, online: 1 })
    const [file = ''] = readdirSync(dir).filter(isIntakePrivate)
    renameSync(join(dir, file), join(offline, 'away.json'))
    expect(await drillRecovery(recovery(), 10_000, quiet)).toMatchObject({ online: 0 })
    renameSync(join(offline, 'away.json'), join(dir, file))
    expect(await stored()).toEqual(before)
    expect((await audited('recovery-drilled')).at(-1)?.detail).toMatchObject({ step: 'done' })
  })

  test('a drill finds what would not be recovered', async () => {
    const box = await sealBox('note', { text: 'damaged' })
    const fields = box.fields.map((field) => ({
      ...field,
      ciphertext: field.ciphertext.map((byte) => byte ^ 1),
    }))
    await store({ ...box, fields })
    const { boxes, equal } = await drillRecovery(recovery(), 10_000, quiet)
    expect(equal).toBe(boxes - 1)
    await ownerDb().sealedBox.delete({ where: { id: box.id } })
  })

  test('makes everything openable again when every online key is gone, and twice does no harm', async () => {
    const files = readdirSync(dir).filter((name) => isIntakePrivate(name) || name === INTAKE_PUBLIC)
    for (const file of files) rmSync(join(dir, file))
    expect(await open()).toBe(0)
    const report = await recoverKeys(recovery(), quiet)
    expect(report.unreadable).toBe(0)
    expect(publicKeys(dir)[0]?.id).toBe(report.made)
    expect(await open()).toBe(500)
    expect(await recoverKeys(recovery(), quiet)).toEqual({ made: null, done: 0, unreadable: 0 })
    expect(await open()).toBe(500)
    const ids = await ownerDb().keyWrap.groupBy({
      by: ['keyId'],
      where: { boxId: { in: [...wrote.keys()] } },
    })
    expect(ids.map(({ keyId }) => keyId).sort()).toEqual([report.made, recovery().id].sort())
    await write(1)
    expect(await open()).toBe(501)
  })

  test.each([
    ['a drill', ['--drill', '--sample', '20'], /20 of 20 boxes: .*\n.*Nothing was changed/u, 0],
    ['a recovery', [], /0 boxes open online again, 0 could not be opened/u, 0],
    ['no file', null, /Name the offline key/u, 1],
  ] as const)('is taken by the command: %s', (_, args, words, status) => {
    const file = args === null ? [] : [join(offline, RECOVERY_PRIVATE), ...args]
    const said = spawnSync(process.execPath, ['scripts/operate.ts', 'recover-keys', ...file], {
      encoding: 'utf8',
    })
    expect(`${said.stdout}${said.stderr}`).toMatch(words)
    expect(said.status).toBe(status)
  })

  test('that is of another deployment is refused in words, and nothing is made', async () => {
    const other = join(offline, 'other')
    await createKeys(other)
    await expect(recoverKeys(keyPair(other, RECOVERY_PRIVATE), quiet)).rejects.toThrow(
      /Nothing in this database/,
    )
  })

  test('is replaced: the new one opens everything, the old one nothing that is here', async () => {
    const old = recovery()
    const made = await renewRecovery(quiet)
    expect(made).toMatchObject({ unreadable: 0 })
    const fresh = keyPair(dir, RECOVERY_PRIVATE)
    expect(fresh.id).toBe(made.made)
    expect(await wrapsOf(old.id)).toBe(0)
    const force = currentForce().id
    for (const box of await stored()) {
      expect(await openWith({ force, pair: fresh }, box)).toEqual({ text: wrote.get(box.id) })
      await expect(openWith({ force, pair: old }, box)).rejects.toThrow()
    }
    expect(await open()).toBe(wrote.size)
  })

  test('public halves of a new epoch reach a public tier whole', async () => {
    const to = join(offline, 'public')
    await copyPublicKeys(dir, to)
    await rotateKeys(destroying, quiet)
    await copyPublicKeys(dir, to)
    expect(publicKeys(to)).toEqual(publicKeys(dir))
    expect(readdirSync(to)).toHaveLength(3)
  })
})

test('a key folder of before epochs, and one that was stopped between two files, are read', async () => {
  const old = join(offline, 'old')
  await createKeys(old)
  expect(intakePairs(old)).toMatchObject([{ epoch: 1, madeAt: null, file: 'intake.private.json' }])
  writeFileSync(join(old, 'intake-0.private.json.new'), '{')
  expect(intakePairs(old)).toHaveLength(1)
  expect(existsSync(join(old, 'intake-0.private.json.new'))).toBe(true)
})

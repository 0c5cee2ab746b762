import { createHash, createHmac, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { keyPair, publicKeys } from '@/lib/sealing/key-ring'
import type { KeyPair } from '@/lib/sealing/key-ring'
import { openWith } from '@/lib/sealing/open-with'
import { exitOf } from './exit-of'

const { publicEnv, staffEnv, ownerUrl, recoveryKey } = inject('tiers')
const force = 'hertfordshire'
const boxes: SealedBoxRow[] = []

beforeAll(async () => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<SealedBoxRow>(
    `select b.id::text, b.purpose, b.suite::integer from sealed_box b`,
  )
  for (const box of rows) {
    const { rows: fields } = await client.query<SealedBoxRow['fields'][number]>(
      'select field, version, ciphertext from sealed_field where box_id = $1',
      [box.id],
    )
    const { rows: wraps } = await client.query<SealedBoxRow['wraps'][number]>(
      'select key_id as "keyId", wrap from key_wrap where box_id = $1',
      [box.id],
    )
    boxes.push({ ...box, fields, wraps })
  }
  await client.end()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function opened(pair: KeyPair): Promise<number> {
  const outcomes = await Promise.all(
    boxes.map((box) =>
      openWith({ force, pair }, box).then(
        () => 1,
        (error: unknown) => {
          if (error instanceof CannotOpenError) return 0
          throw error
        },
      ),
    ),
  )
  return outcomes.reduce<number>((sum, one) => sum + one, 0)
}

/** Everything of 32 bytes that can be made of what the public tier's process and folder hold. */
function candidates(): readonly Uint8Array[] {
  const dir = publicEnv.KEY_DIR ?? ''
  const files = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))
  const values = files.flatMap((text) => Object.values(JSON.parse(text) as Record<string, string>))
  const texts = [...files, ...values, ...Object.values(publicEnv)]
  return texts.flatMap((text) => [
    ...['utf8' as const, 'base64' as const, 'base64url' as const, 'hex' as const].map((shape) =>
      Buffer.concat([Buffer.from(text, shape), Buffer.alloc(32)]).subarray(0, 32),
    ),
    createHash('sha256').update(text).digest(),
    createHash('sha512').update(text).digest().subarray(0, 32),
    createHmac('sha256', publicEnv.RETURN_CODE_PEPPER ?? '')
      .update(text)
      .digest(),
  ])
}

describe('what the public tier holds', () => {
  test('opens none of the reports it has taken; the staff tier’s key, and the one that is offline, open all', async () => {
    const keys = publicKeys(publicEnv.KEY_DIR ?? '')
    const tries = candidates()
    let open = 0
    for (const { id, publicKey } of keys)
      for (const privateKey of tries) open += await opened({ id, publicKey, privateKey })
    expect(open).toBe(0)

    expect(boxes.length).toBeGreaterThan(10)
    expect(await opened(keyPair(staffEnv.KEY_DIR ?? ''))).toBe(boxes.length)
    expect(await opened(keyPair(dirname(recoveryKey), 'recovery.private.json'))).toBe(boxes.length)
    process.stdout.write(
      `\n  ${String(boxes.length)} sealed boxes, ${String(tries.length)} possible keys for each of ${String(keys.length)}: 0 opened\n`,
    )
  })

  test('is public halves and a salt', () => {
    expect(readdirSync(publicEnv.KEY_DIR ?? '').sort()).toEqual([
      'intake.public.json',
      'recovery.public.json',
      'return-code.json',
    ])
    expect(readdirSync(staffEnv.KEY_DIR ?? '')).not.toContain('recovery.private.json')
  })
})

function become(env: Readonly<Record<string, string>>): void {
  vi.resetModules()
  for (const name of ['AUTH_SECRET', 'MIGRATE_DATABASE_URL', 'STAFF_URL']) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
}

const supervisor = { id: randomUUID(), name: 'Nobody', role: 'supervisor', districts: [] } as const

describe('the product’s own code, past any proxy, in the public tier', () => {
  beforeEach(() => {
    become(publicEnv)
  })

  test('opens no box, even with a private key put into its folder', async () => {
    const mixed = mkdtempSync(join(tmpdir(), 'alongside-mixed-'))
    cpSync(staffEnv.KEY_DIR ?? '', mixed, { recursive: true })
    for (const dir of [publicEnv.KEY_DIR ?? '', mixed]) {
      become({ ...publicEnv, KEY_DIR: dir })
      const { openBox } = await import('@/lib/sealing/open')
      for (const box of boxes.slice(0, 3)) await expect(openBox(box)).rejects.toThrow(/TIER=public/)
    }
    rmSync(mixed, { recursive: true })
  })

  test('reaches the desk’s side of the database by no way', async () => {
    const { asActor, deskDb } = await import('@/lib/db/client')
    const { ownerDb } = await import('@/lib/db/owner')
    const { openSubmission } = await import('@/lib/queries/open-submission')
    expect(() => deskDb()).toThrow(/TIER=public/)
    expect(() => ownerDb()).toThrow()
    await expect((async () => asActor(supervisor, () => Promise.resolve(1)))()).rejects.toThrow(/TIER=public/)
    await expect(openSubmission(supervisor, 'HC-7K2Q-M4TD', 'supervision')).rejects.toThrow(/TIER=public/)
  })
})

describe('the product’s own code, past any proxy, in the staff tier', () => {
  beforeEach(() => {
    become(staffEnv)
  })

  test('takes no answer, no report, no equality answers, no code and no message from the public', async () => {
    const cookie = 'A'.repeat(43)
    const { answerStep } = await import('@/lib/commands/answer-step')
    const { autosaveStep } = await import('@/lib/commands/autosave-step')
    const { submitJourney } = await import('@/lib/commands/submit-journey')
    const { saveEquality } = await import('@/lib/commands/save-equality')
    const { enterFollowUp } = await import('@/lib/commands/enter-follow-up')
    const { writeMessage } = await import('@/lib/commands/write-message')
    const step = {
      slot: 'public',
      journeyId: 'report',
      slug: 'role',
      form: new URLSearchParams('role=victim'),
      channel: 'online',
    } as const
    const attempts = [
      () => answerStep({ ...step, cookie: undefined }),
      () => answerStep({ ...step, cookie }),
      () => autosaveStep({ ...step, cookie }),
      () =>
        submitJourney({
          slot: 'public',
          journeyId: 'report',
          token: 'x',
          cookie,
          locale: 'en',
          channel: 'online',
        }),
      () => saveEquality({ cookie }),
      () => enterFollowUp('K7QD-2222-3333-4444-5555', undefined),
      () => writeMessage({ cookie, text: 'Hello', token: 'x' }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/TIER=staff/)
  })
})

describe('start-up', () => {
  test.each([
    [
      'a public tier beside private keys',
      { ...publicEnv, KEY_DIR: staffEnv.KEY_DIR ?? '' },
      /holds a private key/,
    ],
    [
      'a public tier with a secret of sign-in',
      { ...publicEnv, AUTH_SECRET: 'a'.repeat(48) },
      /AUTH_SECRET \(not for/,
    ],
    [
      'a public tier with the owner’s login',
      { ...publicEnv, MIGRATE_DATABASE_URL: ownerUrl },
      /MIGRATE_DATABASE_URL/,
    ],
    ['a staff tier without its secret', { ...staffEnv, AUTH_SECRET: '' }, /AUTH_SECRET/],
    [
      'a staff tier without its private key',
      { ...staffEnv, KEY_DIR: publicEnv.KEY_DIR ?? '' },
      /intake\.private\.json/,
    ],
    [
      'a staff tier beside the recovery key',
      { ...staffEnv, KEY_DIR: dirname(recoveryKey) },
      /recovery\.private\.json/,
    ],
    ['a tier that is none', { ...staffEnv, TIER: 'both' }, /TIER/],
  ])('refuses %s, in words', async (_name, env, words) => {
    for (const program of ['scripts/serve.ts', 'scripts/start.ts']) {
      const { code, said } = await exitOf(program, env)
      expect(code, program).toBe(1)
      expect(said, program).toMatch(words)
      expect(said, program).not.toMatch(/Ready on|^\s+at /m)
    }
  })
})

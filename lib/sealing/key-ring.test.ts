import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createKeys } from './create-keys'
import { INTAKE_PUBLIC } from './key-files'
import { keyPair, publicKeys, returnCodeSalt } from './key-ring'

let dir: string

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'keys-')), 'made', 'by', 'us')
})

describe('keys of a new deployment', () => {
  test('only their owner can read them', async () => {
    expect(await createKeys(dir)).toBe(true)
    const files = readdirSync(dir)
    expect(files).toHaveLength(5)
    for (const file of files) expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
  })

  test('are never made twice', async () => {
    await createKeys(dir)
    const before = readFileSync(join(dir, INTAKE_PUBLIC), 'utf8')
    expect(await createKeys(dir)).toBe(false)
    expect(readFileSync(join(dir, INTAKE_PUBLIC), 'utf8')).toBe(before)
  })

  test('have ids of their own, and the private half belongs to the first', async () => {
    await createKeys(dir)
    const [intake, recovery] = publicKeys(dir)
    expect(intake?.id).toMatch(/^[0-9a-f]{32}$/)
    expect(intake?.id).not.toBe(recovery?.id)
    expect(keyPair(dir).id).toBe(intake?.id)
    expect(keyPair(dir).publicKey).toEqual(intake?.publicKey)
    expect(returnCodeSalt(dir)).toHaveLength(32)
  })

  test('public files hold no private half', async () => {
    await createKeys(dir)
    for (const file of readdirSync(dir).filter((name) => name.includes('public'))) {
      expect(readFileSync(join(dir, file), 'utf8')).not.toContain('privateKey')
    }
  })
})

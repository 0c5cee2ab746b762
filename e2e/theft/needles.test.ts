import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { needlesOf } from './needles'
import { shapesOf, shapesOfSecret } from './shapes'

const home = mkdtempSync(join(tmpdir(), 'alongside-needles-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

test('finds exactly what a plain search finds', () => {
  const letter = fc.constantFrom('a', 'b', '\u00ff')
  const needle = fc.string({ unit: letter, minLength: 8, maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(needle, { minLength: 1, maxLength: 20 }),
      fc.array(fc.oneof(needle, fc.string({ unit: letter })), { maxLength: 20 }),
      (needles, parts) => {
        const hay = parts.join('')
        const file = join(home, 'hay')
        writeFileSync(file, hay, 'latin1')
        const wanted = [...new Set(needles)].filter((one) => hay.includes(one)).sort()
        expect([...needlesOf(needles).inFile(file)].sort()).toEqual(wanted)
      },
    ),
    { numRuns: 100 },
  )
})

test('finds what lies across two chunks, and at the very end', () => {
  const file = join(home, 'large')
  const secret = 'a-secret-of-some-length'
  const mebibyte = 1024 * 1024
  for (const before of [mebibyte - 5, mebibyte, 2 * mebibyte - 22]) {
    writeFileSync(file, `${'.'.repeat(before)}${secret}`)
    expect(needlesOf([secret, 'another-secret']).inFile(file)).toEqual([secret])
  }
})

test.each([0, 1, 2])('a text is found in base64 of what holds it, %i bytes in', (shift) => {
  const text = 'MarkerForTheTheftTest'
  const held = Buffer.from(`${'x'.repeat(shift)}${text} and more`).toString('base64')
  expect(needlesOf(shapesOf(text)).inText(held)).toHaveLength(1)
})

test('a code is found without its dashes, a cookie as the bytes it stands for', () => {
  const file = join(home, 'secrets')
  const cookie = Buffer.alloc(32, 7).toString('base64url')
  writeFileSync(file, Buffer.concat([Buffer.from('K7QD2222333344445555 '), Buffer.alloc(32, 7)]))
  const found = needlesOf([...shapesOfSecret('K7QD-2222-3333-4444-5555'), ...shapesOfSecret(cookie)]).inFile(
    file,
  )
  expect(found).toContain('K7QD2222333344445555')
  expect(found).toContain(Buffer.alloc(32, 7).toString('latin1'))
})

import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { kindOf, nameOf } from './own-names'

vi.mock('@/lib/config/env', () => ({ env: () => ({ AUTH_SECRET: 'a secret of tests alone' }) }))

const shift = { startsAt: new Date('2026-11-23T09:00:00Z'), endsAt: new Date('2026-11-23T17:00:00Z') }
const kinds = ['duty', 'away'] as const

it.each(kinds)('an event of %s is known by its name, which stays the same', (kind) => {
  const name = nameOf('one', kind, shift)
  expect(name).toMatch(/^[\da-f]{40}@alongside$/u)
  expect(nameOf('one', kind, shift)).toBe(name)
  expect([kindOf(name), kindOf(name.toUpperCase()), kindOf(`0${name.slice(1)}x`)]).toEqual([kind, kind, null])
})

it('nobody else can tell of which kind it is', () => {
  const name = nameOf('one', 'duty', shift)
  const [own, mark] = [name.slice(0, 32), name.slice(32, 40)]
  const guessed = kinds.map((kind) =>
    createHash('sha256').update(`alongside|calendar|${kind}|${own}`).digest('hex').slice(0, 8),
  )
  expect(guessed).not.toContain(mark)
})

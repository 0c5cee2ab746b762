import { beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { extendDuty } from './extend-duty'

const officers = vi.hoisted(() => ({ outcomes: new Map<string, number | Error>() }))

vi.mock('@/lib/db/client', () => ({
  deskDb: () => ({
    officer: { findMany: () => Promise.resolve([...officers.outcomes.keys()].map((id) => ({ id }))) },
    $transaction: (work: (tx: null) => unknown) => work(null),
  }),
}))
vi.mock('@/lib/commands/duty/rebuild-duty', () => ({
  rebuildDuty: (_: null, id: string) => {
    const outcome = officers.outcomes.get(id)
    return typeof outcome === 'number' ? Promise.resolve(outcome) : Promise.reject(outcome ?? new Error())
  },
}))
const lines = vi.hoisted((): unknown[] => [])
vi.mock('@/lib/adapters/log', () => ({ log: (_: string, line: unknown) => lines.push(line) }))

beforeEach(() => {
  lines.length = 0
})

it('goes on where the sources of one officer are not understood, and is done', async () => {
  officers.outcomes = new Map<string, number | Error>([
    ['a', z.string().safeParse(1).error ?? new Error()],
    ['b', 3],
  ])
  await expect(extendDuty()).resolves.toBe(3)
  expect(lines).toEqual([
    { event: 'duty-not-extended', code: 'ZodError' },
    { event: 'duty-extended', count: 3 },
  ])
})

it('fails for anything else, once everybody else’s is extended', async () => {
  const lost = new Error('the database is gone')
  officers.outcomes = new Map<string, number | Error>([
    ['a', lost],
    ['b', 2],
    ['c', 1],
  ])
  await expect(extendDuty()).rejects.toBe(lost)
  expect(lines).toEqual([
    { event: 'duty-not-extended', code: 'Error' },
    { event: 'duty-extended', count: 3 },
  ])
})

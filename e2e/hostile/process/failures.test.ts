import { beforeEach, expect, test, vi } from 'vitest'
import { guarded } from '@/app/_form/guarded'
import { hertfordshire } from '@/lib/force/hertfordshire'

const logged = vi.hoisted(() => [] as unknown[])
vi.mock('@/lib/adapters/log', () => ({ log: (...line: unknown[]) => logged.push(line) }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const written = 'WordsOfSomebodyInDanger'

class QueryError extends Error {
  override readonly name = 'PrismaClientKnownRequestError'
  readonly meta = { value: written }
}

beforeEach(() => {
  logged.length = 0
})

test.each([
  ['an error', () => new Error(`invalid input syntax for type uuid: "${written}"`)],
  ['an error of the database', () => new QueryError(`Invalid value: ${written}`)],
  ['an error with a cause', () => new Error(written, { cause: new Error(written) })],
  ['something that is no error', () => `${written} thrown`],
  ['an object', () => ({ message: written, toString: () => written })],
])('%s is neither shown nor logged with what somebody wrote', async (_name, failure) => {
  const answer = await guarded('en', () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- libraries throw what they like
    throw failure()
  })
  const page = await answer.text()
  expect(answer.status).toBe(500)
  expect(page).toContain('<h1>')
  expect(page).not.toMatch(new RegExp(`${written}|Prisma|syntax|at .*\\.ts`, 'u'))
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain(written)
})

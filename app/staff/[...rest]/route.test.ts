import { beforeEach, expect, it, vi } from 'vitest'
import { mayEnter } from '@/lib/domain/desk-areas'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { GET, POST } from './route'

const reader = vi.hoisted(() => ({ role: null as string | null, fails: false }))
vi.mock('@/lib/adapters/log', () => ({ log: () => undefined }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))
vi.mock('@/lib/auth/require-actor', () => ({
  currentSessionUnused: () =>
    reader.fails
      ? Promise.reject(new Error('The database is away.'))
      : Promise.resolve(reader.role === null ? null : { actor: { role: reader.role } }),
}))

beforeEach(() => {
  reader.fails = false
})

const leadsToGlass = async (role: Role | null) => {
  reader.role = role
  const answer = await GET()
  expect(answer.status).toBe(404)
  return (await answer.text()).includes('/staff/break-glass')
}

it.each(roles)(
  'leads a %s to the glass only where they may enter, so that nobody goes in a circle',
  async (role) => {
    expect(await leadsToGlass(role)).toBe(mayEnter(role, 'glass'))
  },
)

it('leads nobody there who is not signed in, by any method', async () => {
  expect(await leadsToGlass(null)).toBe(false)
  expect((await POST()).status).toBe(404)
})

it('is a page in plain words where nobody can be asked for', async () => {
  reader.fails = true
  const answer = await GET()
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('It is a fault of the system')
})

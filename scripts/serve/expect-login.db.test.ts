import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { log } from '@/lib/adapters/log'
import { env } from '@/lib/config/env'
import type { Tier } from '@/lib/config/env'
import { expectLogin } from './expect-login'

vi.mock('@/lib/adapters/log', () => ({ log: vi.fn() }))

/** Logins an operator may give a tier by mistake, and the right ones. */
const logins = {
  look_public: ['', 'alongside_public'],
  look_staff: ['', 'alongside_staff'],
  look_both: ['', 'alongside_public, alongside_staff'],
  look_owner: ['', 'alongside_owner'],
  look_bypass: ['BYPASSRLS', 'alongside_public'],
  look_through: ['', 'alongside_public, look_staff'],
  look_reader: ['', 'alongside_public, pg_read_all_data'],
  look_super: ['SUPERUSER', 'alongside_public'],
} as const
type Login = keyof typeof logins

let owner: pg.Client
const urlOf = (login: string) =>
  Object.assign(new URL(env().DATABASE_URL), { username: login, password: 'a-test' }).href

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().MIGRATE_DATABASE_URL })
  await owner.connect()
  for (const [login, [attribute, roles]] of Object.entries(logins)) {
    await owner.query(`CREATE ROLE ${login} LOGIN NOINHERIT ${attribute} PASSWORD 'a-test'`)
    await owner.query(`GRANT ${roles} TO ${login} WITH INHERIT FALSE, SET TRUE`)
  }
  await owner.query(`CREATE ROLE look_giver LOGIN PASSWORD 'a-test'`)
  await owner.query('GRANT alongside_staff TO look_giver WITH ADMIN TRUE, INHERIT FALSE, SET FALSE')
})
afterAll(async () => {
  for (const login of ['look_giver', 'look_through', ...Object.keys(logins)])
    await owner.query(`DROP ROLE IF EXISTS ${login}`)
  await owner.end()
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

it.each<[Tier, Login | 'look_giver', RegExp]>([
  ['public', 'look_staff', /alongside_staff/],
  ['public', 'look_both', /alongside_staff/],
  ['public', 'look_through', /alongside_staff/],
  ['public', 'look_giver', /alongside_staff/],
  ['public', 'look_owner', /alongside_owner/],
  ['public', 'look_bypass', /BYPASSRLS/],
  ['public', 'look_reader', /pg_read_all_data/],
  ['public', 'look_super', /SUPERUSER, .*alongside_staff/],
  ['staff', 'look_owner', /alongside_owner/],
  ['staff', 'look_bypass', /BYPASSRLS/],
  ['staff', 'look_super', /SUPERUSER/],
])('TIER=%s is refused the login %s, in words', async (tier, login, words) => {
  const start = expectLogin({ TIER: tier, DATABASE_URL: urlOf(login) })
  await expect(start).rejects.toThrow(words)
  await expect(start).rejects.not.toThrow(/a-test|look_/)
})

it.each<[Tier, Login]>([
  ['public', 'look_public'],
  ['staff', 'look_staff'],
  ['staff', 'look_both'],
  ['all', 'look_both'],
])('TIER=%s takes the login %s, and the log has no word of it', async (tier, login) => {
  await expectLogin({ TIER: tier, DATABASE_URL: urlOf(login) })
  expect(log).not.toHaveBeenCalled()
})

it('the login of the embedded database is one for both tiers', async () => {
  await expectLogin({ TIER: 'all', DATABASE_URL: env().DATABASE_URL })
  expect(log).not.toHaveBeenCalled()
})

it.each<Login>(['look_owner', 'look_super'])('TIER=all takes %s and says so in the log', async (login) => {
  await expectLogin({ TIER: 'all', DATABASE_URL: urlOf(login) })
  expect(vi.mocked(log).mock.calls).toEqual([['warn', { event: 'database-login-above-roles' }]])
})

it('a database that does not answer is asked again, and a login that is none for the tier ends the server then', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const settings = { TIER: 'public' as const, DATABASE_URL: 'postgresql://127.0.0.1:1/none' }
  const ended = new Promise((end) => void expectLogin(settings, end))
  await vi.waitFor(() => {
    expect(log).toHaveBeenCalledWith('warn', { event: 'database-login-not-seen' })
  })
  settings.DATABASE_URL = urlOf('look_owner')
  vi.advanceTimersByTime(5_000)
  vi.useRealTimers()
  expect(String(await ended)).toContain('alongside_owner')
})

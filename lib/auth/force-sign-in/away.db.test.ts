import { beforeAll, expect, it, vi } from 'vitest'
import { deskDb } from '@/lib/db/client'
import { startHostileProvider } from '@/scripts/testing/provider/hostile-provider'
import { beginForceSignIn } from './begin'
import { leaveProviderAt } from './leave'

beforeAll(async () => {
  const provider = await startHostileProvider()
  await provider.stop()
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'alongside',
    OIDC_CLIENT_SECRET: 'the secret of a client in a test',
    OIDC_REQUIRED_AMR: 'mfa',
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
})

it('nobody sets out for a provider that does not answer, and nothing is kept of it', async () => {
  const before = await deskDb().signInChallenge.count()
  const begun = await beginForceSignIn({ purpose: 'sign-in', back: null, accountId: null, session: null })
  expect(begun).toEqual({ ok: false, problem: 'force-away' })
  expect(await leaveProviderAt()).toBeNull()
  expect(await deskDb().signInChallenge.count()).toBe(before)
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { forceSignInOf, isSafeAddress, oidcFields, oidcProblems } from './oidc'

const complete = {
  OIDC_ISSUER: 'https://login.force.test/tenant/v2.0',
  OIDC_CLIENT_ID: 'alongside',
  OIDC_CLIENT_SECRET: 'not a real one',
  OIDC_REQUIRED_ACR: 'urn:force:mfa',
}
const parse = (settings: Record<string, string>) => z.object(oidcFields).parse(settings)

test('without an issuer there is no such sign-in, whatever else is set', () => {
  const settings = parse({ OIDC_ISSUER: '', OIDC_CLIENT_ID: 'left over' })
  expect(oidcProblems(settings)).toEqual([])
  expect(forceSignInOf(settings, 'https://desk.test')).toBeNull()
})

test.each([
  ['no strength', { OIDC_REQUIRED_ACR: '' }, 'OIDC_REQUIRED_ACR'],
  ['a strength of spaces', { OIDC_REQUIRED_ACR: '  ' }, 'OIDC_REQUIRED_ACR'],
  ['no client', { OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
  ['no secret', { OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET'],
  ['plain http', { OIDC_ISSUER: 'http://login.force.test' }, 'OIDC_ISSUER'],
  ['no address', { OIDC_ISSUER: 'login.force.test' }, 'OIDC_ISSUER'],
  ['a claim without values', { OIDC_STRENGTH_CLAIM: 'acrs' }, 'OIDC_STRENGTH_CLAIM'],
  ['values without a claim', { OIDC_STRENGTH_VALUES: 'c1' }, 'OIDC_STRENGTH_CLAIM'],
])('%s is refused by name and without a value', (_name, change, named) => {
  const problems = oidcProblems(parse({ ...complete, ...change }))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(new RegExp(`^${named} \\(`))
  expect(problems.join()).not.toContain('not a real one')
})

test('every kind of strength counts, and those that are set count together', () => {
  const settings = {
    ...complete,
    OIDC_REQUIRED_ACR: 'one  two',
    OIDC_REQUIRED_AMR: 'mfa hwk',
    OIDC_STRENGTH_CLAIM: 'acrs',
    OIDC_STRENGTH_VALUES: 'c1',
  }
  expect(oidcProblems(parse(settings))).toEqual([])
  expect(forceSignInOf(parse(settings), 'https://desk.test/')).toMatchObject({
    origin: 'https://desk.test',
    algorithm: 'RS256',
    strength: [
      { claim: 'acr', values: ['one', 'two'] },
      { claim: 'amr', values: ['mfa', 'hwk'] },
      { claim: 'acrs', values: ['c1'] },
    ],
  })
})

test('no other signature than the four can be set', () => {
  for (const algorithm of ['none', 'HS256', ''])
    expect(z.object(oidcFields).safeParse({ OIDC_SIGNING_ALG: algorithm }).success).toBe(false)
})

test.each([
  ['https://login.force.test/x', true],
  ['http://127.0.0.1:9000', true],
  ['http://localhost:9000', true],
  ['http://[::1]:9000', true],
  ['http://10.0.0.1', false],
  ['http://localhost.force.test', false],
  ['https://user:word@login.force.test', false],
  ['https://login.force.test/#x', false],
  ['file:///etc/passwd', false],
  ['//login.force.test', false],
])('secrets may be sent to %s: %s', (address, safe) => {
  expect(isSafeAddress(address)).toBe(safe)
})

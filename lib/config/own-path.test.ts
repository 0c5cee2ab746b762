import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ownPath } from './own-path'

it.each([
  ['/staff', '/staff'],
  ['/staff?status=closed', '/staff?status=closed'],
  ['/staff/cases/HC-7K2Q-M4TD?form=note', '/staff/cases/HC-7K2Q-M4TD?form=note'],
  ['/staff/cases/HC-7K2Q-M4TD#top', '/staff/cases/HC-7K2Q-M4TD'],
  ['/staff/admin/../audit', '/staff/audit'],
])('%s leads to %s', (given, expected) => {
  expect(ownPath(given)).toBe(expected)
})

describe('what is no page of ours leads nowhere', () => {
  it.each([
    null,
    undefined,
    '',
    '/',
    '/report/what',
    '/staffing',
    'staff',
    'https://elsewhere.test/staff',
    'javascript:alert(1)',
    '//elsewhere.test/staff',
    '/\\elsewhere.test/staff',
    '/staff\\@elsewhere.test',
    '/staff/..//elsewhere.test',
    '/staff/../../elsewhere',
    '/staff/%2e%2e/report/what',
    '/staff\n/cases',
    '/staff/\u0000',
    ' /staff',
    `/staff?${'x'.repeat(500)}`,
    '/staff/sign-in',
    '/staff/sign-in?back=/staff',
    '/staff/sign-out',
    '/staff/confirm?back=/staff/confirm',
    '/staff/session',
  ])('%j', (given) => {
    expect(ownPath(given)).toBeNull()
  })
})

test('whatever is given, a browser that follows the answer stays on the desk', () => {
  const piece = fc.constantFrom(
    '/staff',
    '/',
    '//',
    '\\',
    '..',
    '@',
    ':',
    '%2f',
    '%5c',
    'x.test',
    '?',
    '#',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (given) => {
        const path = ownPath(given)
        if (path === null) return
        const url = new URL(path, 'https://here.test')
        expect(url.origin).toBe('https://here.test')
        expect(url.pathname).toMatch(/^\/staff(\/|$)/u)
        // Going through it twice changes nothing.
        expect(ownPath(path)).toBe(path)
      },
    ),
    { numRuns: 3_000 },
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeTarget, longestTarget } from './request-target'

const told = (target: string) => {
  const judged = judgeTarget(target)
  return judged.kind === 'moved' ? judged.to : judged.kind === 'refused' ? judged.why : judged.kind
}

it.each([
  ['/', 'good'],
  ['/report/role', 'good'],
  ['/cy/report/role?lost=yes', 'good'],
  ['/staff?find=%25%00&page=2', 'good'],
  ['/staff/cases/HC%207K2Q%20M4TD', 'good'],
  ['/_next/static/chunks/%5Broot%5D.js', 'good'],
  ['/english', 'good'],
  ['/en', '/'],
  ['/en/', '/'],
  ['/en?a=b', '/?a=b'],
  ['/en/report/role?a=/en/', '/report/role?a=/en/'],
  ['/start/', '/start'],
  ['/cy/', '/cy'],
  ['//evil.example', 'not-found'],
  ['/en//evil.example', 'not-found'],
  ['/a/../staff', 'not-found'],
  ['/a/./b', 'not-found'],
  ['/..', 'not-found'],
  ['/%2e%2e/staff', 'not-found'],
  ['/%73taff', 'not-found'],
  ['/st%41ff', 'not-found'],
  ['/%7Estaff', 'not-found'],
  ['/staff%2Fcases', 'not-found'],
  ['/report%2drole', 'not-found'],
  ['/%5f_next/static/x', 'not-found'],
  ['/_next/static/..%2f..%2fserver', 'not-found'],
  ['/_next/image?url=/icon.svg', 'not-found'],
  ['/_next/data/x/index.json', 'not-found'],
  ['/_next', 'not-found'],
  ['/staff.rsc', 'not-found'],
  ['/staff.segments/_tree.segment.rsc', 'not-found'],
  ['/report/role?nxtPjourney=liaison', 'not-found'],
  ['/report/role?a=b&__nextLocale=cy', 'not-found'],
  ['/%', 'malformed'],
  ['/%e0%a4%a', 'malformed'],
  ['/%00', 'malformed'],
  ['/a%0d%0aset-cookie:x', 'malformed'],
  ['/a%5Cb', 'malformed'],
  ['/a\\b', 'malformed'],
  ['/a#b', 'malformed'],
  ['/caf\u00e9', 'malformed'],
  ['*', 'malformed'],
  ['', 'malformed'],
  ['http://evil.example/', 'malformed'],
  ['report', 'malformed'],
  [`/${'a'.repeat(longestTarget - 1)}`, 'good'],
  [`/${'a'.repeat(longestTarget)}`, 'too-long'],
])('%s: %s', (target, expected) => {
  expect(told(target)).toBe(expected)
})

it('moves only to an address of ours that is good, in one step', () => {
  const piece = fc.constantFrom(
    'en',
    'cy',
    'staff',
    '',
    '/',
    '.',
    '..',
    '%2f',
    '%65n',
    '\\',
    '@',
    'evil.example',
    '?',
    '#',
    'a',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const judged = judgeTarget(`/${pieces.join('/')}`)
      if (judged.kind !== 'moved') return
      expect(judged.to).toMatch(/^\/(?![/\\])/u)
      const again = judgeTarget(judged.to)
      expect(again.kind === 'good' || again.kind === 'moved').toBe(true)
    }),
  )
})

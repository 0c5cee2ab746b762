import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codesIn } from './reports'

const secret = 'https://here.test/follow-up?name=Sam'

it.each<[unknown, readonly string[]]>([
  [
    {
      'csp-report': {
        'document-uri': secret,
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'inline',
      },
    },
    ['script-src-elem/inline'],
  ],
  [{ 'csp-report': { 'violated-directive': 'img-src', 'blocked-uri': secret } }, ['img-src/other']],
  [
    [
      {
        type: 'csp-violation',
        url: secret,
        body: { effectiveDirective: 'connect-src', blockedURL: 'data', sample: secret },
      },
      { body: { effectiveDirective: secret } },
    ],
    ['connect-src/data', 'other/other'],
  ],
  [
    Array.from({ length: 100 }, () => ({ body: { effectiveDirective: 'img-src' } })),
    Array.from({ length: 20 }, () => 'img-src/other'),
  ],
  [[null, 1, 'a', { body: null }], []],
  [null, []],
  ['text', []],
])('%j', (report, codes) => {
  expect(codesIn(JSON.stringify(report))).toEqual(codes)
})

it('nothing of any report is kept but words of ours', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), fc.string(), (json, directive, blocked) => {
      const given = JSON.stringify([{ body: { effectiveDirective: directive, blockedURL: blocked } }])
      for (const code of [...codesIn(json), ...codesIn(given), ...codesIn(directive)]) {
        expect(code).toMatch(/^(?:other|[a-z-]{7,25})\/(?:other|[a-z-]{4,20})$/u)
      }
      expect(codesIn(given)).toEqual(['other/other'])
    }),
  )
})

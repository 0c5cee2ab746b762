import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://here.test' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://here.test' }, false],
  [{ origin: 'https://here.test' }, true],
  [{ origin: 'https://here.test:8443' }, false],
  [{ origin: 'https://elsewhere.test' }, false],
  [{ origin: 'https://here.test.elsewhere.test' }, false],
  [{ origin: 'null' }, false],
  [{ origin: '' }, false],
  [{}, true],
])('%o: %s', (headers, expected) => {
  expect(isSameOrigin(new Headers({ host: 'here.test', ...headers }))).toBe(expected)
})

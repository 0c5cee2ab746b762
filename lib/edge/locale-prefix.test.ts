import { expect, test } from 'vitest'
import { localePrefixOf } from './locale-prefix'

test.each([
  ['/', '/en'],
  ['/report/role', '/en'],
  ['/cy', ''],
  ['/cy/report/role', ''],
  ['/cyril', '/en'],
  ['/staff', ''],
  ['/staff/cases/HC-7K2Q-M4TD', ''],
  ['/staffordshire', '/en'],
  ['/exit', ''],
  ['/health', ''],
])('%s gets the prefix "%s"', (pathname, prefix) => {
  expect(localePrefixOf(pathname)).toBe(prefix)
})

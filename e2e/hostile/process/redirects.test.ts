import { expect, test } from 'vitest'
import { seeOther } from '@/app/_form/see-other'
import { ownPath } from '@/lib/config/own-path'
import { cross } from '../sets/cross'
import { hostileValues } from '../sets/hostile-values'

const hosts = [
  'evil.example',
  'evil.example/staff',
  '/evil.example',
  '\\evil.example',
  'evil.example@localhost',
  '2130706433',
]
const begins = [
  '//',
  '\\\\',
  '/\\',
  '\\/',
  '///',
  '/\t/',
  '/\n/',
  '/.//',
  '/%2f',
  '/%5c',
  'https:',
  'https:/',
  'HTTPS://',
  'javascript:',
  'data:',
  ' //',
  '\u0000//',
  '/staff//',
  '/staff/..//',
  '/staff/%2e%2e//',
  '/staff\\..\\\\',
  '/staff@',
  '/staff:x@',
  '//staff@',
]
const addresses = [
  ...cross(
    begins.map((begin) => `${begin}¤`),
    hosts,
  ),
  ...hostileValues(1_500),
]

test('whatever asks to be led back to, it is a page of the desk or nothing', () => {
  for (const address of addresses) {
    const path = ownPath(address)
    if (path === null) continue
    const { origin, pathname } = new URL(path, 'http://here.test')
    expect(origin, address).toBe('http://here.test')
    expect(pathname, address).toMatch(/^\/staff(?:\/|$)/u)
    expect(path, address).not.toMatch(/[\r\n\\]|^\/\//u)
  }
})

test('no answer to a form leads a browser to an address that begins like one of ours and is not', () => {
  for (const address of addresses.filter((one) => !one.startsWith('https://'))) {
    const location = locationOf(address)
    if (location === null) continue
    const { origin } = new URL(location, 'http://here.test')
    expect(origin, JSON.stringify(address)).toBe('http://here.test')
  }
})

/** Where a form's answer leads that was to lead there; null where it is refused. */
function locationOf(address: string): string | null {
  try {
    return seeOther(address).headers.get('location')
  } catch {
    return null
  }
}

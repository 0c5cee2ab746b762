import fc from 'fast-check'
import { expect, it } from 'vitest'
import { networkPart, partKey } from './network-part'

it.each([
  ['192.0.2.7', '4:192.0.2'],
  ['192.0.2.200', '4:192.0.2'],
  ['192.0.3.7', '4:192.0.3'],
  ['::ffff:192.0.2.7', '4:192.0.2'],
  ['::FFFF:192.0.2.7', '4:192.0.2'],
  ['2001:db8:1:200::1', '6:2001:db8:1:2'],
  ['2001:db8:1:2ff:ffff::', '6:2001:db8:1:2'],
  ['2001:db8:1:300::1', '6:2001:db8:1:3'],
  ['2001:0db8:0001:02ab:0:0:0:1', '6:2001:db8:1:2'],
  ['fe80::1%eth0', '6:fe80:0:0:0'],
  ['::1', '6:0:0:0:0'],
  ['64:ff9b::192.0.2.7', '6:64:ff9b:0:0'],
  ['', null],
  ['unknown', null],
  ['192.0.2.7:80', null],
  ['_hidden', null],
])('%s is in %s', (address, part) => {
  expect(networkPart(address)).toBe(part)
})

it('however an address is written, it is in one part, and its last bits do not matter', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const pad = (groups: readonly number[]) => groups.map((one) => one.toString(16).padStart(4, '0')).join(':')
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 8, maxLength: 8 }),
      fc.array(group, { minLength: 4, maxLength: 4 }),
      (groups, other) => {
        const short = new URL(`http://[${pad(groups)}]/`).hostname.slice(1, -1)
        expect(networkPart(short)).toBe(networkPart(pad(groups)))
        expect(networkPart(pad([...groups.slice(0, 4), ...other]))).toBe(networkPart(short))
      },
    ),
  )
})

it('a key says nothing of its part, and another secret gives another', () => {
  const secrets = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const keys = secrets.map((secret) => partKey(secret, '4:192.0.2'))
  expect(new Set(keys).size).toBe(2)
  expect(partKey(new Uint8Array(32).fill(1), '4:192.0.2')).toBe(keys[0])
  expect(keys.join()).not.toContain('192')
})

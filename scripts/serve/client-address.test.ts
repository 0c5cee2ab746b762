import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress, isUnnamedProxy } from './client-address'
import { trustedProxies } from './trusted-proxies'

it.each<[string, string, string | undefined, string | null]>([
  ['', '192.0.2.7', undefined, '192.0.2.7'],
  ['', '::ffff:192.0.2.7', undefined, '192.0.2.7'],
  ['', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['', '127.0.0.1', undefined, null],
  ['', '::1', '198.51.100.1', null],
  ['10.0.0.0/8', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.0/8, ::1', '::1', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', '203.0.113.9, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', '2001:db8::1', '2001:db8::1'],
  ['10.0.0.0/8', '10.1.2.3', '198.51.100.1:5678', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', '[2001:db8::1]:5678', '2001:db8::1'],
  ['10.0.0.0/8', '10.1.2.3', '[2001:db8::1]', '2001:db8::1'],
  ['10.0.0.0/8', '10.1.2.3', '[::ffff:198.51.100.1]:5678', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', '198.51.100.1:5678, 10.9.9.9:80', '198.51.100.1'],
  ['10.0.0.0/8', '10.1.2.3', undefined, 'unknown'],
  ['10.0.0.0/8', '10.1.2.3', '', 'unknown'],
  ['10.0.0.0/8', '10.1.2.3', 'unknown', 'unknown'],
  ['10.0.0.0/8', '10.1.2.3', '_hidden:5678', 'unknown'],
  ['10.0.0.0/8', '10.1.2.3', '[2001:db8::1]:5678x', 'unknown'],
  ['10.0.0.0/8', '10.1.2.3', '198.51.100.1, <script>', 'unknown'],
  ['10.0.0.0/8', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
])('with "%s" trusted, %s that says %s is %s', (trusted, peer, said, expected) => {
  const headers = said === undefined ? {} : { 'x-forwarded-for': said }
  const request = { socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage
  expect(clientAddress(request, trustedProxies(trusted).list)).toBe(expected)
})

it.each<[string, string, Record<string, string>, boolean]>([
  ['', '127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }, true],
  ['', '::ffff:127.0.0.1', { forwarded: 'for=198.51.100.1' }, true],
  ['', '::1', {}, false],
  ['', '192.0.2.7', { 'x-forwarded-for': '198.51.100.1' }, false],
  ['127.0.0.1', '127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }, false],
  ['10.0.0.0/8', '127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }, true],
])('with "%s" trusted, %s that says %j is a proxy nobody named: %s', (trusted, peer, headers, expected) => {
  const request = { socket: { remoteAddress: peer }, headers } as unknown as IncomingMessage
  expect(isUnnamedProxy(request, trustedProxies(trusted).list)).toBe(expected)
})

it.each(['proxy.example', '10.0.0.0/99', '10.0.0/8', '*'])('%s is no address to trust', (setting) => {
  expect(() => trustedProxies(setting)).toThrow()
})

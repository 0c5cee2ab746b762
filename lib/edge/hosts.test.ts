import { expect, it } from 'vitest'
import { answersTo, givesAt, hostsOf } from './hosts'

const deployed = ['https://report.force.example', 'https://desk.force.example:8443']
const machine = ['http://localhost:3000']

it.each<[readonly string[], string | undefined, string | undefined, boolean]>([
  [deployed, 'report.force.example', undefined, true],
  [deployed, 'REPORT.force.example', undefined, true],
  [deployed, 'desk.force.example:8443', undefined, true],
  [deployed, 'desk.force.example', undefined, false],
  [deployed, 'report.force.example:80', undefined, false],
  [deployed, 'report.force.example.evil.example', undefined, false],
  [deployed, 'localhost', undefined, false],
  [deployed, '127.0.0.1', '127.0.0.1', false],
  [deployed, '', undefined, false],
  [deployed, undefined, undefined, false],
  [machine, 'localhost:3000', undefined, true],
  [machine, 'localhost:8080', undefined, true],
  [machine, '127.0.0.1:3000', undefined, true],
  [machine, '[::1]:3000', undefined, true],
  [machine, '192.0.2.7:3000', '::ffff:192.0.2.7', true],
  [machine, '[2001:db8::7]:3000', '2001:db8::7', true],
  [machine, '192.0.2.8:3000', '::ffff:192.0.2.7', false],
  [machine, 'evil.example', '127.0.0.1', false],
  [machine, 'localhost.evil.example', '127.0.0.1', false],
  [machine, 'localhost:3000@evil.example', '127.0.0.1', false],
  [machine, 'localhost, evil.example', '127.0.0.1', false],
])('%j: %s at %s is %s', (addresses, host, local, expected) => {
  expect(answersTo(hostsOf(addresses), host, local)).toBe(expected)
})

it.each([
  ['files.test', '/staff/evidence/abc', true],
  ['FILES.test', '/staff/evidence/abc', true],
  ['files.test', '/staff', false],
  ['files.test', '/staff/sign-in', false],
  ['files.test', '/', false],
  ['desk.test', '/staff/evidence/abc', false],
  ['desk.test', '/staff/cases/HC-1', true],
  [undefined, '/staff/evidence/abc', false],
])('with an origin for files, %s gives %s: %s', (host, pathname, expected) => {
  expect(givesAt('files.test', host, pathname)).toBe(expected)
  expect(givesAt(undefined, host, pathname)).toBe(true)
})

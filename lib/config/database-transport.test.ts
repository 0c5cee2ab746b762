import { expect, test } from 'vitest'
import { isSafeWay } from './database-transport'

test.each([
  ['postgresql://a:b@127.0.0.1:5432/c', true],
  ['postgresql://a:b@localhost/c', true],
  ['postgresql://a:b@[::1]/c', true],
  ['postgresql://a:b@localhost/c?host=/var/run/postgresql', true],
  ['postgresql://a:b@db.force.example/c?sslmode=verify-full', true],
  ['postgresql://a:b@db.force.example/c', false],
  ['postgresql://a:b@db.force.example/c?sslmode=require', false],
  ['postgresql://a:b@db.force.example/c?sslmode=no-verify', false],
  ['postgresql://a:b@db.force.example/c?sslmode=disable', false],
  ['postgresql://a:b@localhost/c?host=db.force.example', false],
  ['postgresql://a:b@127.0.0.1.evil.example/c', false],
])('the way to %s is safe: %s', (url, safe) => {
  expect(isSafeWay(url)).toBe(safe)
})

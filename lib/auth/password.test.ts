import { expect, test } from 'vitest'
import { loadSodium } from '@/lib/sealing/sodium'
import { hashPassword, verifyPassword } from './password'

const password = 'Cariad, a long enough sentence'

test('a password is kept as Argon2id with 64 MiB, three passes and one lane, as libsodium checks it', async () => {
  const sodium = await loadSodium()
  const hash = await hashPassword(password)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[^$]{22}\$[^$]{43}$/u)
  expect(sodium.crypto_pwhash_str_verify(hash, password)).toBe(true)
  expect(sodium.crypto_pwhash_str_verify(hash, `${password}.`)).toBe(false)
})

test('it is checked at the cost it was kept with, and salted anew each time', async () => {
  const sodium = await loadSodium()
  const cheap = sodium.crypto_pwhash_str(password, 1, 8 * 1024)
  expect(await verifyPassword(password, cheap)).toBe(true)
  expect(await verifyPassword(`${password}.`, cheap)).toBe(false)
  expect(await hashPassword(password)).not.toBe(await hashPassword(password))
})

test('what is no hash is nobody’s password', async () => {
  for (const hash of ['', 'argon2id', '$argon2id$v=19$m=64,t=1$a$b'])
    expect(await verifyPassword(password, hash)).toBe(false)
})

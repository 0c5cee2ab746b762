import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { namesIn, rowsOf, sectionOf } from './security-page.ts'
import { productSources } from './sources.ts'

const sources = productSources()

/** Where cryptography comes from. A random row id alone is none: no id is a secret. */
const origins =
  /import (?!type )(?!\{ randomUUID \})[^']*? from '(node:crypto|[^']*sealing\/suite|[^']*\/(sodium|suite|keyed-hash|sha-256)|libsodium[^']*|next-auth(\/[^']*)?|otplib|@simplewebauthn\/server|jose|openid-client)'|\b(globalThis\.)?crypto\.(?!randomUUID)\w+/u

const algorithms: ReadonlySet<string> = new Set(['sha256', 'sha512', 'argon2id', 'aes-256-gcm'])
const ofSodium: ReadonlySet<string> = new Set([
  'crypto_aead_xchacha20poly1305_ietf_decrypt',
  'crypto_aead_xchacha20poly1305_ietf_encrypt',
  'crypto_box_keypair',
  'crypto_box_seal',
  'crypto_box_seal_open',
  'crypto_generichash',
  'crypto_scalarmult_base',
  'crypto_sign_detached',
  'crypto_sign_keypair',
  'crypto_sign_verify_detached',
])

describe('the inventory of cryptography', () => {
  it('every file that uses cryptography is in the inventory, and no other', () => {
    const used = sources.filter(({ text }) => origins.test(text)).map(({ path }) => path)
    const listed = rowsOf(sectionOf('### Inventory of cryptography')).flatMap((cells) =>
      namesIn(cells.at(-1) ?? ''),
    )
    expect(used.length).toBeGreaterThan(15)
    expect([...new Set(listed)].sort()).toEqual([...used].sort())
  })

  it('only algorithms of the inventory are named in the sources', () => {
    const named = sources.flatMap(({ text }) => [
      ...text.matchAll(/(?:createHash|createHmac|hkdfSync|argon2|derive|deriveBytes)\(\s*'([\w-]+)'/gu),
      ...text.matchAll(/'((?:aes|des-|rc4|chacha20|camellia)[\w-]*)'/giu),
    ])
    const names = named.map(([, name = '']) => name)
    expect(names).toEqual(expect.arrayContaining(['sha256', 'argon2id', 'aes-256-gcm']))
    expect(names.filter((name) => !algorithms.has(name))).toEqual([])
  })

  it('only functions of the inventory are called in libsodium', () => {
    const called = sources.flatMap(({ text }) =>
      [...text.matchAll(/\.(crypto_\w+)/gu)].map(([, name = '']) => name),
    )
    expect([...new Set(called)].sort()).toEqual([...ofSodium].sort())
  })

  it('nothing but known libraries is used for it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const cryptographic =
      /crypt|sodium|argon|scrypt|jose|jwt|jsonwebtoken|noble|hpke|forge|nacl|webauthn|otp|auth/u
    expect(Object.keys(dependencies).filter((name) => cryptographic.test(name))).toEqual([
      '@simplewebauthn/browser',
      '@simplewebauthn/server',
      'libsodium-wrappers-sumo',
      'next-auth',
      'otplib',
    ])
  })
})

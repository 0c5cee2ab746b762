import 'server-only'
import { createHash } from 'node:crypto'
import { hashPassword } from '@/lib/auth/password'
import { sealTotpSecret } from '@/lib/auth/totp-secret'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'

/** Published: they open demonstration data and nothing else. */
const demonstration = { password: 'Alongside-demo-2026', totpSecret: 'JBSWY3DPEHPK3PXP' } as const

export interface SeedPerson {
  readonly email: string
  readonly name: string
  readonly role: Role
}

const desk: readonly SeedPerson[] = [
  { email: 'call-handler@example.test', name: 'Dana Whitfield', role: 'call-handler' },
  { email: 'triager@example.test', name: 'Imran Qureshi', role: 'triager' },
  { email: 'officer@example.test', name: 'Rowan Adeyemi', role: 'liaison-officer' },
  { email: 'supervisor@example.test', name: 'Sgt Helen Marsh', role: 'supervisor' },
  { email: 'admin@example.test', name: 'Tomasz Baran', role: 'administrator' },
  { email: 'auditor@example.test', name: 'Grace Lindqvist', role: 'auditor' },
  { email: 'strategic-lead@example.test', name: 'Ch Supt Miriam Vance', role: 'strategic-lead' },
  { email: 'centre@example.test', name: 'Jo Larkin', role: 'centre-worker' },
]

/** A UUID that is always the same for the same words, so that seeding twice makes nothing twice. */
export function seedId(...words: readonly string[]): string {
  const hex = createHash('sha256')
    .update(['alongside-demonstration', ...words].join('|'))
    .digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The demonstration accounts, and those of the other officers. All have the one published password and secret. */
export async function seedAccounts(officers: readonly SeedPerson[]): Promise<void> {
  const passwordHash = await hashPassword(demonstration.password)
  await ownerDb().account.createMany({
    data: [...desk, ...officers].map(({ email, name, role }) => {
      const id = seedId('account', email)
      return {
        email,
        name,
        role,
        id,
        passwordHash,
        totpSecret: sealTotpSecret(id, demonstration.totpSecret),
        demo: true,
      }
    }),
    skipDuplicates: true,
  })
}

import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import { isPasswordWayClosed } from '@/lib/domain/password-way'

/** What is read of an account to show it. No secret of it is: of a password only whether there is one is passed on. */
export const accountFacts = {
  officer: { select: { districts: true, active: true } },
  sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
  _count: { select: { passkeys: true, identities: true, recoveryCodes: { where: { usedAt: null } } } },
} as const satisfies Prisma.AccountInclude

type Found = Prisma.AccountGetPayload<{ include: typeof accountFacts }>

/** A way somebody can sign in. */
type SignInWay = 'passkey' | 'password' | 'force'

/** An account as administrators see it. */
export interface ShownAccount {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly active: boolean
  /** On the list of those named for every sealed case that arrives. */
  readonly sealedCases: boolean
  readonly version: number
  readonly createdAt: Date
  readonly districts: readonly string[]
  /** Empty: nobody can sign in with it until an invitation is accepted. */
  readonly ways: readonly SignInWay[]
  /** Somebody gave the password with too many wrong codes: it signs nobody in until it is another one. */
  readonly isPasswordClosed: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
  /** Null: never signed in. */
  readonly lastSeenAt: Date | null
}

/** Takes what is shown out of what was read. */
export function shownAccount({ officer, sessions, _count, ...account }: Found): ShownAccount {
  const { id, name, email, role, active, sealedCases, version, createdAt } = account
  const hasPassword = account.passwordHash !== null && account.totpSecret !== null
  return {
    ...{ id, name, email, role, active, sealedCases, version, createdAt },
    districts: role === 'liaison-officer' && officer?.active === true ? officer.districts : [],
    ways: [
      ...(_count.passkeys > 0 ? (['passkey'] as const) : []),
      ...(hasPassword ? (['password'] as const) : []),
      ...(_count.identities > 0 ? (['force'] as const) : []),
    ],
    isPasswordClosed: isPasswordWayClosed(account),
    passkeys: _count.passkeys,
    recoveryCodes: _count.recoveryCodes,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  }
}

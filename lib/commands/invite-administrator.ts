import 'server-only'
import { createInvitation, invitationLife } from '@/lib/auth/invitations'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { deskDb } from '@/lib/db/client'
import { readAddress, readName } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'

interface Given {
  readonly email: string
  readonly name: string
  /** It is meant although there is an administrator. */
  readonly another: boolean
}

/**
 * Invites an administrator on the word of whoever runs the machine: for the first of a deployment, and with `another` for the day
 * when none of them can sign in. Demonstration accounts do not count. DomainError: `invalid`, `exists`, and `conflict` when
 * there is an administrator and no `another`.
 */
export async function inviteAdministrator(
  given: Given,
): Promise<{ readonly link: string; readonly hours: number }> {
  const email = readAddress(given.email)
  const name = readName(given.name)
  const administrators = await deskDb().account.count({
    where: { role: 'administrator', active: true, demo: false },
  })
  if (administrators > 0 && !given.another) throw new DomainError('conflict')
  if ((await deskDb().account.findUnique({ where: { email } })) !== null) throw new DomainError('exists')
  const { token } = await createInvitation({
    ...{ email, name, role: 'administrator', districts: [], invitedById: null },
  })
  const link = new URL(`${staffPaths.invitation}/${token}`, env().STAFF_URL).href
  return { link, hours: invitationLife / 3_600_000 }
}

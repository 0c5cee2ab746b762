import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { requireTier } from '@/lib/config/tier'
import { connectAs } from '@/lib/db/connect'
import { loggedOrNot } from '@/lib/db/refuse-unlogged'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { startOfDay } from '@/lib/domain/local-day'
import type { Actor } from '@/lib/domain/policy'

// Kept on the global object because the development server loads this module anew on every change.
const held = globalThis as {
  alongsidePublic?: PrismaClient
  alongsideDesk?: PrismaClient
}

/** What happens inside one transaction. */
export type Transaction = Prisma.TransactionClient

/**
 * The database as the public tier's role, connected at first use: the functions that role may call, and no table. Throws
 * in the staff tier, which takes nothing from the public.
 */
export function publicDb(): PrismaClient {
  requireTier('public', 'The public side of the database')
  held.alongsidePublic ??= connectAs('alongside_public', env().DATABASE_URL)
  return held.alongsidePublic
}

/**
 * The database as the staff tier's role with nobody signed in: accounts, sessions and the audit log's end. Of cases it
 * sees none. Throws in the public tier.
 */
export function deskDb(): PrismaClient {
  requireTier('staff', "The desk's side of the database")
  held.alongsideDesk ??= connectAs('alongside_staff', env().DATABASE_URL)
  return held.alongsideDesk
}

/**
 * One transaction as the staff tier's role on behalf of `actor`: of cases it sees what the policy lets them see. Who they are
 * ends with the transaction; their role and districts the database looks up itself. DomainError `not-logged` where there is no room to
 * write: nothing is done then.
 */
export function asActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const at = now()
  const today = startOfDay(at, currentForce().timeZone).toISOString()
  return loggedOrNot(() =>
    deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`
        SELECT set_config('app.actor', ${actor.id}, true), set_config('app.today', ${today}, true),
               set_config('app.at', ${at.toISOString()}, true)`
      return work(tx)
    }),
  )
}

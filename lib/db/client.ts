import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/config/env'
import { PrismaClient } from '@/lib/db/generated/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'

const connectionsPerProcess = 10

function connect(): PrismaClient {
  const adapter = new PrismaPg({ connectionString: env().DATABASE_URL, max: connectionsPerProcess })
  return new PrismaClient({ adapter, log: [] })
}

// Kept on the global object because the development server loads this module anew on every change.
const held = globalThis as { alongsideDb?: PrismaClient }

/** The database, connected at first use. Query logging is off: parameters are personal. */
export function db(): PrismaClient {
  held.alongsideDb ??= connect()
  return held.alongsideDb
}

/** What happens inside one transaction. */
export type Transaction = Prisma.TransactionClient

/** The database as the public tier's role: the functions that role may call, and no table. */
export function publicDb(): PrismaClient {
  return db()
}

/**
 * The database as the staff tier's role with nobody signed in: accounts, sessions and the audit log's end. Of cases it
 * sees none.
 */
export function deskDb(): PrismaClient {
  return db()
}

/** One transaction as the staff tier's role on behalf of `actor`: of cases it sees what the policy lets them see. */
export function asActor<T>(_actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(work)
}

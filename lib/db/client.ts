import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/config/env'
import { PrismaClient } from '@/lib/db/generated/client'

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

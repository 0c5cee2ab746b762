import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { currentForce } from '@/lib/config/current-force'
import { PrismaClient } from '@/lib/db/generated/client'
import { patience } from '@/lib/db/patience'

/** The database's roles; what each may do is written in prisma/migrations. */
type DatabaseRole = 'alongside_owner' | 'alongside_public' | 'alongside_staff'

const connectionsPerRole = 10

/**
 * Connections that take a role as they begin, which is also what RESET ROLE leads back to: with a login that may take no
 * other role there is no way out of it. Query logging is off: parameters are personal.
 */
export function connectAs(role: DatabaseRole, url: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: withRole(role, url),
    max: connectionsPerRole,
  })
  return new PrismaClient({ adapter, log: [], transactionOptions: patience() })
}

/** One connection in a role, not yet open, for what Prisma has no way to do. Close it. */
export function clientAs(role: DatabaseRole, url: string): pg.Client {
  return new pg.Client({ connectionString: withRole(role, url) })
}

/** A connection string whose connections take a role as they begin. */
export function withRole(role: DatabaseRole, text: string): string {
  const url = new URL(text)
  const own = url.searchParams.get('options')
  const ours = `-c role=${role} -c app.force=${currentForce().id}`
  url.searchParams.set('options', own === null ? ours : `${own} ${ours}`)
  return url.href
}

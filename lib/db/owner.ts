import 'server-only'
import { env } from '@/lib/config/env'
import { requireTier } from '@/lib/config/tier'
import { connectAs } from '@/lib/db/connect'
import type { PrismaClient } from '@/lib/db/generated/client'

let held: PrismaClient | undefined

/**
 * The database as the owner of all of it, for commands an operator gives, for demonstration data and for tests. The server
 * has no login that may become the owner. Throws in the public tier.
 */
export function ownerDb(): PrismaClient {
  requireTier('staff', "The owner's side of the database")
  held ??= connectAs('alongside_owner', env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL)
  return held
}

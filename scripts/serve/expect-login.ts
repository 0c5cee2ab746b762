import pg from 'pg'
import { log } from '@/lib/adapters/log'
import type { Tier } from '@/lib/config/env'

interface Settings {
  readonly TIER: Tier
  readonly DATABASE_URL: string
}

/** Roles of ours and of PostgreSQL that lead past what a tier may do. */
const beyondStaff = [
  ...['alongside_owner', 'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files'],
  ...['pg_write_server_files', 'pg_execute_server_program'],
]
const beyond: Readonly<Record<Tier, readonly string[]>> = {
  all: beyondStaff,
  staff: beyondStaff,
  public: [...beyondStaff, 'alongside_staff'],
}

/** Time between two looks at a database that does not answer, in milliseconds. */
const pause = 5_000

/**
 * For the start of a server: throws in words when its login of the database may do more than its tier, so that whoever takes
 * the server over is held by the login and not by our good manners. A server for both tiers may have any login and says so
 * in the log. A database that does not answer is asked again until it does, because what helps without it must be there:
 * then the server ends when the login is none for it.
 */
export async function expectLogin(settings: Settings, end: (error: unknown) => void = endNow): Promise<void> {
  const powers = await powersOf(settings).catch(() => null)
  if (powers === null) {
    log('warn', { event: 'database-login-not-seen' })
    setTimeout(() => void expectLogin(settings, end).catch(end), pause).unref()
  } else if (powers.length > 0) {
    if (settings.TIER !== 'all')
      throw new Error(
        `The login in DATABASE_URL may do more than TIER=${settings.TIER} needs (${powers.join(', ')}). docs/deployment.md says how each tier's is made.`,
      )
    log('warn', { event: 'database-login-above-roles' })
  }
}

/** What the login may do, or become, beyond its tier. Throws when the database does not answer. */
async function powersOf({ TIER, DATABASE_URL }: Settings): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: pause })
  try {
    await client.connect()
    // Membership of any kind: whoever may only hand a role out can hand it to themselves.
    const { rows } = await client.query<{ power: string }>(
      `SELECT power FROM pg_roles, LATERAL (VALUES ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls),
              ('REPLICATION', rolreplication)) AS own (power, has)
        WHERE rolname = session_user AND has
       UNION ALL
       SELECT rolname::text FROM pg_roles
        WHERE rolname = ANY ($1) AND pg_has_role(session_user, oid, 'MEMBER')`,
      [beyond[TIER]],
    )
    return rows.map(({ power }) => power)
  } finally {
    await client.end()
  }
}

function endNow(error: unknown): void {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

import { randomBytes } from 'node:crypto'
import pg from 'pg'

const login = 'alongside_app'

/**
 * A connection string for the server process: a login that may take the public and the staff role and nothing else, so that
 * the running product cannot step around row security. For a migrated database; the password is new each time.
 */
export async function appLogin(ownerUrl: string): Promise<string> {
  const password = randomBytes(18).toString('hex')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
    if (rowCount === 0) await client.query(`create role ${login} login`)
    await client.query(
      `alter role ${login} nosuperuser nocreatedb nocreaterole nobypassrls noreplication password '${password}'`,
    )
    // Not inherited: until a connection takes a role it may do nothing at all.
    await client.query(`grant alongside_public, alongside_staff to ${login} with inherit false, set true`)
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = login
  url.password = password
  return url.href
}

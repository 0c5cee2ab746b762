import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Somebody at the desk whom no demonstration account stands for. */
export interface ForceAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Who they are at the force's own sign-in. */
  readonly subject: string
}

interface Wish {
  readonly active?: boolean
  readonly linked?: boolean
  /** What their subject begins with. */
  readonly prefix?: string
}

/** Makes an account of its own for one test, linked to the force's own sign-in. */
export async function newForceAccount({
  active = true,
  linked = true,
  prefix = 'subject',
}: Wish = {}): Promise<ForceAccount> {
  const id = randomUUID()
  const account = { id, email: `${id}@example.test`, name: 'Robin Ferris', subject: `${prefix}-${id}` }
  await asOwner(async (database) => {
    await database.query(
      `INSERT INTO account (id, email, name, role, active) VALUES ($1, $2, $3, 'triager', $4)`,
      [id, account.email, account.name, active],
    )
    if (linked)
      await database.query(
        'INSERT INTO force_identity (issuer, subject, account_id, created_at) VALUES ($1, $2, $3, now())',
        [process.env.OIDC_ISSUER, account.subject, id],
      )
  })
  return account
}

/** Invites a newcomer: the secret of the link, and their name. */
export async function newInvitation(): Promise<{ readonly token: string; readonly name: string }> {
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  const name = 'Nuala Penrose'
  await asOwner((database) =>
    database.query(
      `INSERT INTO invitation (id, token_hash, email, name, role, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 'triager', now(), now() + interval '1 day')`,
      [id, createHash('sha256').update(token).digest(), `${id}@example.test`, name],
    ),
  )
  return { token, name }
}

/** How many sessions an account has that are not over. */
export async function liveSessions({ id }: ForceAccount): Promise<number> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ live: string }>(
      'SELECT count(*) AS live FROM staff_session WHERE account_id = $1 AND ended_at IS NULL',
      [id],
    )
    return Number(rows[0]?.live)
  })
}

async function asOwner<T>(work: (database: pg.Client) => Promise<T>): Promise<T> {
  const running = readFileSync(join(process.env.DATA_DIR ?? '', 'running.json'), 'utf8')
  const { url } = JSON.parse(running) as { url: string }
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

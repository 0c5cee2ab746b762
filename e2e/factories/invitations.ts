import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Somebody who is invited and has no account yet. */
export interface Invited {
  readonly email: string
  readonly name: string
  /** Where the link of the invitation leads. */
  readonly path: string
}

/** Invites somebody new, as an administrator's page would: of nobody else's test. `hours` until it is over. */
export async function invite(role = 'triager', hours = 72, mailbox = 'robin'): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  const email = `${mailbox}.${id.slice(0, 8)}@example.test`
  const name = 'Robin Ferris'
  await asOwner(
    `INSERT INTO invitation (id, token_hash, email, name, role, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() - interval '4 days', now() + make_interval(hours => $6))`,
    [id, createHash('sha256').update(token).digest(), email, name, role, hours],
  )
  return { email, name, path: `/staff/invitation/${token}` }
}

/** Takes an invitation back. */
export async function withdraw({ email }: Invited): Promise<void> {
  await asOwner('UPDATE invitation SET withdrawn_at = now() WHERE email = $1', [email])
}

/** Has the proof of who is asking, of every session of this account, be eleven minutes old. */
export async function letProofGrowOld({ email }: Invited): Promise<void> {
  await asOwner(
    `UPDATE staff_session s SET strong_at = now() - interval '11 minutes' FROM account a
      WHERE a.id = s.account_id AND a.email = $1`,
    [email],
  )
}

async function asOwner(query: string, values: readonly unknown[]): Promise<void> {
  const file = join(process.env.DATA_DIR ?? '.data', 'running.json')
  const { url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(query, [...values])
  } finally {
    await client.end()
  }
}

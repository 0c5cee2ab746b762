import { createCipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { Role } from '@/lib/domain/words'

/** Somebody at the desk whom one test has to itself. */
export interface StaffAccount {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** The secret of every authenticator here, as of the demonstration's. */
const secret = 'JBSWY3DPEHPK3PXP'
const names = ['Ines', 'Tariq', 'Maeve', 'Oluwaseun', 'Bronwen', 'Kasia'] as const

/** Makes an account with the demonstration's password and authenticator; a liaison officer covers Stevenage. */
export async function newStaff(role: Role): Promise<StaffAccount> {
  const id = randomUUID()
  const name = `${names[Number.parseInt(id.slice(0, 4), 16) % names.length] ?? ''} ${id.slice(0, 8)}`
  const account = { id, email: `${id}@example.test`, name }
  await asOwner(async (database) => {
    await database.query(
      `INSERT INTO account (id, email, name, role, password_hash, totp_secret, created_at)
       SELECT $1, $2, $3, $4, password_hash, $5, now() - interval '1 day' FROM account WHERE email = 'admin@example.test'`,
      [id, account.email, name, role, sealedSecret(id)],
    )
    if (role === 'liaison-officer')
      await database.query(
        `INSERT INTO officer (id, account_id, districts, languages, open_limit) VALUES ($1, $2, '{stevenage}', '{en}', 6)`,
        [randomUUID(), id],
      )
  })
  return account
}

/** Who has an account by its address: somebody of the demonstration, whom all tests share. */
export async function accountOf(email: string): Promise<Pick<StaffAccount, 'id'>> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ id: string }>('SELECT id FROM account WHERE email = $1', [email])
    const [found] = rows
    if (found === undefined) throw new Error(`There is no account of ${email}.`)
    return found
  })
}

export interface How {
  /** When they last proved who they are. */
  readonly provedMinutesAgo?: number
}

/** Signs somebody in, in this browser, as if they had done so a moment ago. */
export async function letIn(
  context: BrowserContext,
  account: Pick<StaffAccount, 'id'>,
  baseURL: string,
  how: How = {},
): Promise<void> {
  const options = { httpOnly: true, sameSite: 'Lax', url: baseURL } as const
  await context.addCookies([{ ...(await deskCookie(account, how)), ...options }])
}

/** The cookie of a new session of somebody's. */
export async function deskCookie({ id }: Pick<StaffAccount, 'id'>, { provedMinutesAgo = 0 }: How = {}) {
  const session = randomBytes(32).toString('base64url')
  const proved = new Date(Date.now() - provedMinutesAgo * 60_000)
  await asOwner((database) =>
    database.query(
      `INSERT INTO staff_session (id_hash, account_id, created_at, last_seen_at, handle, method, strong_at)
       VALUES ($1, $2, now(), now(), gen_random_uuid(), 'password', $3)`,
      [createHash('sha256').update(session).digest(), id, proved],
    ),
  )
  const value = await encode({
    token: { sid: session },
    secret: secrets().AUTH_SECRET,
    salt: 'alongside/staff-session/v1',
  })
  return { name: 'desk', value } as const
}

/** Makes every live session of somebody look as if it was last used, and begun, so many minutes ago. */
export async function ageSessions({ id }: StaffAccount, idle: number, begun = idle): Promise<void> {
  await asOwner((database) =>
    database.query(
      `UPDATE staff_session SET last_seen_at = now() - $2 * interval '1 minute', created_at = now() - $3 * interval '1 minute'
       WHERE account_id = $1 AND ended_at IS NULL`,
      [id, idle, begun],
    ),
  )
}

/** Makes the last proof of who somebody is so many minutes old. */
export async function ageProof({ id }: StaffAccount, minutes: number): Promise<void> {
  await asOwner((database) =>
    database.query(
      `UPDATE staff_session SET strong_at = now() - $2 * interval '1 minute' WHERE account_id = $1 AND ended_at IS NULL`,
      [id, minutes],
    ),
  )
}

/** Some columns of an account as they are now. */
export async function accountNow({ id }: Pick<StaffAccount, 'id'>) {
  return asOwner(async (database) => {
    const { rows } = await database.query<{
      role: string
      active: boolean
      version: number
      password: boolean
    }>('SELECT role, active, version, password_hash IS NOT NULL AS password FROM account WHERE id = $1', [id])
    return rows[0]
  })
}

/** The actions the audit has by or about somebody, the oldest first. */
export async function auditOf({ id }: StaffAccount): Promise<readonly string[]> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ action: string }>(
      `SELECT action FROM audit_event WHERE actor_id = $1 OR detail ->> 'account' = $1::text ORDER BY seq`,
      [id],
    )
    return rows.map(({ action }) => action)
  })
}

/** Changes something in the database that only a test may. */
export async function asOwner<T>(work: (database: pg.Client) => Promise<T>): Promise<T> {
  const { url } = read('running.json') as { url: string }
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

function secrets() {
  return read('secrets.json') as { AUTH_SECRET: string }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(process.env.DATA_DIR ?? '', file), 'utf8'))
}

/** As lib/auth/totp-secret.ts does, which runs in the server alone. */
function sealedSecret(accountId: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secrets().AUTH_SECRET, '', 'alongside/totp-secret/v1', 32))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(accountId))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

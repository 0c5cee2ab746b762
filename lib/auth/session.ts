import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { mostSessions, sessionMethods } from '@/lib/domain/session'
import type { SessionEnd, SessionMethod } from '@/lib/domain/session'
import { roles } from '@/lib/domain/words'
import { endSessions } from './end-sessions'
import { sessionLife } from './session-life'
import { decodeSession, encodeSession, hashSessionId, newSessionId } from './session-token'

/** Who is signed in, and what is known of how. */
export interface Session {
  readonly actor: Actor
  /** Names the session and opens nothing. */
  readonly handle: string
  readonly method: SessionMethod
  /** When they last proved who they are. */
  readonly strongAt: Date
  readonly createdAt: Date
  /** Its last use: this request, unless that is none. */
  readonly lastSeenAt: Date
}

/** An account as it was when somebody proved that it is theirs. */
export type ProvedAccount = Pick<Account, 'id' | 'version'>

/**
 * Starts a session for somebody who has just proved who they are and gives the token for its cookie. The id is always new:
 * one that the browser had before is worth nothing after. `replaces` is the token of the session the browser had, which
 * ends; so do the oldest of more than somebody of this role may have. Accounts of the demonstration are shared, so there
 * any number goes. Null when the account, or a way into it, changed since: what was proved may be worth nothing now.
 */
export async function startSession(
  proved: ProvedAccount,
  method: SessionMethod,
  replaces?: string,
): Promise<string | null> {
  const id = newSessionId()
  const old = replaces === undefined ? null : await decodeSession(replaces)
  return deskDb().$transaction(async (tx) => {
    const account = await lockAsProved(tx, proved)
    if (account === null) return null
    const at = now()
    if (old !== null) await endSessions(tx, { idHash: hashSessionId(old) }, 'signed-in-again')
    const { handle } = await tx.staffSession.create({
      data: {
        idHash: hashSessionId(id),
        accountId: proved.id,
        createdAt: at,
        lastSeenAt: at,
        strongAt: at,
        method,
      },
    })
    const by = { actorId: proved.id, role: account.role }
    await appendAudit(tx, { ...by, action: 'signed-in', detail: { session: handle, method } })
    if (!account.demo) await endSurplus(tx, proved.id, account.role, handle)
    return encodeSession(id)
  })
}

/** Nothing that ends the account's sessions can come between this and the end of the transaction. */
async function lockAsProved(tx: Transaction, { id, version }: ProvedAccount) {
  const rows = await tx.$queryRaw<{ role: string; demo: boolean }[]>`
    SELECT role, demo FROM account WHERE id = ${id}::uuid AND version = ${version} AND active FOR SHARE`
  return rows[0] ?? null
}

async function endSurplus(tx: Transaction, accountId: string, role: string, newest: string): Promise<void> {
  const most = mostSessions(roles.find((known) => known === role) ?? 'administrator')
  const others = await tx.staffSession.findMany({
    where: { accountId, endedAt: null, NOT: { handle: newest } },
    orderBy: [{ lastSeenAt: 'desc' }, { handle: 'asc' }],
    select: { handle: true },
    skip: most - 1,
  })
  for (const { handle } of others) await endSessions(tx, { handle }, 'too-many')
}

/**
 * Whom a cookie's token stands for, or null when the session ended, was idle for 15 minutes, is 12 hours old, or the account
 * is no longer active. Looked up on every request, so that ending a session or changing a role counts at once. Notes that
 * the session was used, unless `use` is false: what a page asks by itself keeps nobody signed in.
 */
export async function findSession(token: string, use = true): Promise<Session | null> {
  const id = await decodeSession(token)
  if (id === null) return null
  const session = await liveSession(hashSessionId(id), use)
  if (session === null) await noteOver(id, now())
  return session
}

/** The live session that a handle names, for what somebody was given in it. That is no use of it. */
export async function sessionOf(handle: string): Promise<Session | null> {
  const row = await deskDb().staffSession.findFirst({ where: { handle }, select: { idHash: true } })
  return row === null ? null : liveSession(row.idHash, false)
}

async function liveSession(idHash: Uint8Array<ArrayBuffer>, use: boolean): Promise<Session | null> {
  const at = now()
  const rows = await deskDb().$queryRaw<SessionRow[]>`
    WITH found AS (
      SELECT s.id_hash, a.id, a.name, a.role, o.districts, session_glass(s.id_hash, ${at}) AS glass
        FROM staff_session s
        JOIN account a ON a.id = s.account_id AND a.active
        LEFT JOIN officer o ON o.account_id = a.id AND o.active
       WHERE s.id_hash = ${idHash} AND s.ended_at IS NULL
         AND s.last_seen_at > ${new Date(at.getTime() - sessionLife.idle)}
         AND s.created_at > ${new Date(at.getTime() - sessionLife.absolute)}
    )
    UPDATE staff_session s SET last_seen_at = CASE WHEN ${use} THEN ${at} ELSE s.last_seen_at END
      FROM found WHERE s.id_hash = found.id_hash AND s.ended_at IS NULL
    RETURNING found.id, found.name, found.role, found.districts, found.glass::text[], s.last_seen_at AS "lastSeenAt",
              s.handle, s.method, s.strong_at AS "strongAt", s.created_at AS "createdAt"`
  return rows[0] === undefined ? null : read(rows[0])
}

/** As `findSession`, and of it only who is signed in. */
export async function findActor(token: string): Promise<Actor | null> {
  return (await findSession(token))?.actor ?? null
}

/** Gives a live session a new id, so that the old one opens nothing, and notes that its owner has just proved who they are. */
export async function renewSession(token: string): Promise<string | null> {
  const old = await decodeSession(token)
  if (old === null) return null
  const id = newSessionId()
  const { count } = await deskDb().staffSession.updateMany({
    where: { idHash: hashSessionId(old), endedAt: null },
    data: { idHash: hashSessionId(id), strongAt: now() },
  })
  return count === 1 ? encodeSession(id) : null
}

/** Ends the session a token stands for. Ending one that is over, or none, does nothing. */
export async function endSession(token: string): Promise<void> {
  const id = await decodeSession(token)
  if (id !== null) await endSessions(deskDb(), { idHash: hashSessionId(id) }, 'signed-out')
}

/** Whose session a token was, when it is over by now. Null also while it lives, and for an account that is closed. */
export async function ownerOfEnded(token: string): Promise<string | null> {
  const id = await decodeSession(token)
  if (id === null) return null
  const row = await deskDb().staffSession.findFirst({
    where: { idHash: hashSessionId(id), NOT: { endedAt: null }, account: { active: true } },
    select: { accountId: true },
  })
  return row?.accountId ?? null
}

/** Marks a session as ended whose time is up or whose account is closed, the first time somebody comes with it. */
async function noteOver(id: string, at: Date): Promise<void> {
  const idHash = hashSessionId(id)
  const row = await deskDb().staffSession.findUnique({ where: { idHash }, include: { account: true } })
  if (row?.endedAt !== null) return
  await endSessions(deskDb(), { idHash }, whyOver(row, at))
}

function whyOver(row: { account: { active: boolean }; createdAt: Date }, at: Date): SessionEnd {
  if (!row.account.active) return 'deactivated'
  return at.getTime() - row.createdAt.getTime() >= sessionLife.absolute ? 'twelve-hours' : 'idle'
}

interface SessionRow {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly districts: string[] | null
  readonly glass: string[]
  readonly handle: string
  readonly method: string
  readonly strongAt: Date
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

function read({ id, name, districts, glass, ...row }: SessionRow): Session | null {
  const role = roles.find((known) => known === row.role)
  const method = sessionMethods.find((known) => known === row.method)
  if (role === undefined || method === undefined) return null
  const { handle, strongAt, createdAt, lastSeenAt } = row
  const actor = { id, name, role, districts: role === 'liaison-officer' ? (districts ?? []) : [], glass }
  return { actor, handle, method, strongAt, createdAt, lastSeenAt }
}

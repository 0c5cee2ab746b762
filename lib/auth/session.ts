import 'server-only'
import { now } from '@/lib/adapters/clock'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import { decodeSession, encodeSession, hashSessionId, newSessionId } from './session-token'
import { sessionLife } from './session-life'

/** Starts a session for an account and gives the token for its cookie. */
export async function startSession(accountId: string): Promise<string> {
  const id = newSessionId()
  const at = now()
  await db().staffSession.create({
    data: { idHash: hashSessionId(id), accountId, createdAt: at, lastSeenAt: at },
  })
  return encodeSession(id)
}

/**
 * Who a cookie's token stands for, or null when the session ended, was idle for 15 minutes, is 12 hours old, or the account
 * is no longer active. Looked up on every request, so that ending a session counts at once; one round trip, which also
 * notes that the session was used.
 */
export async function findActor(token: string): Promise<Actor | null> {
  const id = await decodeSession(token)
  if (id === null) return null
  const at = now()
  const rows = await db().$queryRaw<ActorRow[]>`
    UPDATE staff_session s SET last_seen_at = ${at}
      FROM account a LEFT JOIN officer o ON o.account_id = a.id AND o.active
     WHERE s.id_hash = ${hashSessionId(id)} AND a.id = s.account_id AND a.active AND s.ended_at IS NULL
       AND s.last_seen_at > ${new Date(at.getTime() - sessionLife.idle)}
       AND s.created_at > ${new Date(at.getTime() - sessionLife.absolute)}
    RETURNING a.id, a.name, a.role, o.districts`
  const row = rows[0]
  const role = roles.find((known) => known === row?.role)
  if (row === undefined || role === undefined) return null
  return {
    id: row.id,
    name: row.name,
    role,
    districts: role === 'liaison-officer' ? (row.districts ?? []) : [],
  }
}

/** Ends the session a token stands for. Ending one that is over, or none, does nothing. */
export async function endSession(token: string): Promise<void> {
  const id = await decodeSession(token)
  if (id === null) return
  await db().staffSession.updateMany({
    where: { idHash: hashSessionId(id), endedAt: null },
    data: { endedAt: now() },
  })
}

interface ActorRow {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly districts: string[] | null
}

import 'server-only'
import { randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { keepExchangeNonce } from '@/lib/commands/keep-exchange-nonce'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { openingReasons } from '@/lib/domain/opening-reason'

const salt = 'alongside/evidence-link/v1'
/** How long a browser has to follow it, in milliseconds. */
const life = 60_000

const linked = z.object({
  /** Of the session it was made in: it opens nothing, and once that session is over neither does the link. */
  handle: z.string(),
  reference: z.string(),
  file: z.string(),
  as: z.enum(['sent', 'copy']),
  reason: z.enum(openingReasons),
})
const sealed = linked.extend({ nonce: z.uuid(), until: z.number() })

/** Which file a link is for, as what, and for whom. */
export type LinkedFile = z.infer<typeof linked>

/**
 * The address at which a file is given, where files have an origin of their own; null where they have none. It is good once and for a minute, and
 * says nothing to whoever reads it: all it holds is encrypted.
 */
export async function evidenceLink(file: LinkedFile): Promise<string | null> {
  const { EVIDENCE_ORIGIN, AUTH_SECRET } = env()
  if (EVIDENCE_ORIGIN === undefined) return null
  const token = { ...file, nonce: randomUUID(), until: now().getTime() + life }
  const held = await encode({ token, secret: AUTH_SECRET, salt, maxAge: (2 * life) / 1000 })
  return new URL(staffPaths.evidence(held), EVIDENCE_ORIGIN).href
}

/** What a link was made for, the first time it is followed and in time; null for every other, and for what is no link of ours. */
export async function takeEvidenceLink(token: string): Promise<LinkedFile | null> {
  const held = await decode({ token, secret: env().AUTH_SECRET, salt }).catch(() => null)
  const { success, data } = sealed.safeParse(held)
  if (!success || data.until <= now().getTime()) return null
  const { nonce, until, ...file } = data
  // Kept for as long again, for another process whose clock is behind.
  return (await keepExchangeNonce('evidence-link', nonce, new Date(until + life))) ? file : null
}

/** Whether a request came to the origin that gives files. */
export function isAtEvidenceOrigin(headers: Headers): boolean {
  const { EVIDENCE_ORIGIN } = env()
  return EVIDENCE_ORIGIN !== undefined && new URL(EVIDENCE_ORIGIN).host === headers.get('host')
}

import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { deskDb } from '@/lib/db/client'
import { sweepChallenges } from '../sweep-challenges'

/** What somebody is on the way to the provider for. */
export const forcePurposes = ['sign-in', 'invitation', 'link', 'confirm'] as const
export type ForcePurpose = (typeof forcePurposes)[number]

/** One way to the provider and back. It is kept here, under a secret that only the browser has, and taken up once. */
export interface Flow {
  readonly purpose: ForcePurpose
  /** Hash of the `state` that has to come back. */
  readonly state: string
  readonly begunAt: Date
  /** Where to go afterwards: a path of the desk. */
  readonly back: string | null
  /** Of whoever was signed in when it began. */
  readonly accountId: string | null
  readonly session: string | null
}

const minutes = 10
const detailShape = z.object({
  state: z.string(),
  begunAt: z.coerce.date(),
  back: z.string().nullable(),
  session: z.string().nullable(),
})

/** Name and attributes of the cookie that holds the secret of a flow. */
export function flowCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: minutes * 60 } as const
  return { name: secure ? '__Host-force-flow' : 'force-flow', options }
}

/** Notes a flow and gives the secret for its cookie. */
export async function noteFlow(flow: Omit<Flow, 'begunAt'>): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const begunAt = now()
  const { purpose, accountId, ...detail } = flow
  await sweepChallenges(stored(purpose), begunAt)
  await deskDb().signInChallenge.create({
    data: {
      idHash: hash(secret),
      purpose: stored(purpose),
      accountId,
      detail: { ...detail, begunAt: begunAt.toISOString() },
      expiresAt: new Date(begunAt.getTime() + minutes * 60_000),
    },
  })
  return secret
}

/** A flow, and whether it was taken up: it stays open when what came back was an answer to something else. */
export interface Found {
  readonly flow: Flow
  readonly taken: boolean
}

/**
 * The flow of a cookie, taken up once: whoever asks again, or at the same moment, gets null, and so does whoever is too late.
 * An answer with another `state`, which any page can send a browser here with, takes nothing up.
 */
export async function takeFlow(secret: string, state: string | null): Promise<Found | null> {
  const idHash = hash(secret)
  const row = await deskDb().signInChallenge.findUnique({ where: { idHash } })
  const purpose = forcePurposes.find((known) => stored(known) === row?.purpose)
  if (row === null || purpose === undefined) return null
  const detail = detailShape.safeParse(row.detail)
  if (!detail.success || row.expiresAt <= now()) return null
  const flow = { purpose, accountId: row.accountId, ...detail.data }
  if (state === null || hashState(state) !== flow.state) return { flow, taken: false }
  const { count } = await deskDb().signInChallenge.deleteMany({ where: { idHash } })
  return count === 1 ? { flow, taken: true } : null
}

/** What a flow keeps of its `state`. */
export function hashState(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}

const stored = (purpose: ForcePurpose) => `force:${purpose}`

function hash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

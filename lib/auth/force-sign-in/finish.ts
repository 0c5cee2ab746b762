import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { staffPaths } from '@/lib/config/paths'
import { env } from '@/lib/config/env'
import type { ForceSignInSettings } from '@/lib/config/oidc'
import { deskDb } from '@/lib/db/client'
import { isPasswordWayClosed } from '@/lib/domain/password-way'
import { acceptByForce } from '../accept-invitation'
import { readInvitation } from '../invitations'
import { startSession } from '../session'
import type { ProvedAccount, Session } from '../session'
import { decodeSession, hashSessionId } from '../session-token'
import { exchange } from './authorise'
import { isProvedSince, readIdentity } from './claims'
import type { VerifiedIdentity } from './claims'
import { takeFlow } from './flow'
import type { Flow, ForcePurpose } from './flow'
import { accountOf, connect } from './identities'
import type { ForceProblem } from './problem'
import { ProviderAwayError, providerMetadata, ProviderWrongError } from './provider'
import { isStrongEnough } from './strength'

/** What the browser comes back with. */
export interface Returned {
  readonly query: URLSearchParams
  readonly cookies: Readonly<Record<string, string>>
  /** The secret of the flow's cookie. */
  readonly flow: string | undefined
  /** Whoever is signed in in this browser now. */
  readonly session: Pick<Session, 'handle' | 'actor'> | null
  readonly sessionToken: string | undefined
  /** The secret of an invitation that was opened in this browser. */
  readonly invitation: string | undefined
}

export type Finished =
  | { readonly done: 'signed-in'; readonly token: string; readonly back: string | null }
  | { readonly done: 'confirmed'; readonly back: string | null }
  | { readonly done: 'linked' }
  /** Nothing is linked: whoever is signed in has to prove here first who they are. */
  | { readonly done: 'unproved' }
  | { readonly done: 'accepted'; readonly token: string }
  | {
      readonly done: 'nothing'
      readonly problem: ForceProblem
      readonly purpose: ForcePurpose
      readonly back: string | null
      /** The answer was to something else: what was begun in this browser may still be finished, so its cookies stay. */
      readonly open: boolean
    }

/**
 * Takes up a sign-in where the provider sends the browser back. Refuses, each for a reason of its own, what was not begun
 * in this browser, what does not check, what is not strong enough, and people with no active account here. Creates no
 * account. Every refusal of something that was begun here is in the audit, without a name.
 */
export async function finishForceSignIn(returned: Returned): Promise<Finished> {
  const settings = env().forceSignIn
  const found =
    returned.flow === undefined ? null : await takeFlow(returned.flow, returned.query.get('state'))
  if (settings === null || found === null)
    return { done: 'nothing', problem: 'force-expired', purpose: 'sign-in', back: null, open: false }
  const { flow, taken } = found
  const finished = taken
    ? await proceed(settings, flow, returned)
    : { ...refusal(flow, 'force-failed'), open: true }
  if (finished.done === 'nothing') await noteRefusal(flow, finished.problem)
  return finished
}

async function proceed(settings: ForceSignInSettings, flow: Flow, returned: Returned): Promise<Finished> {
  const verified = await verify(settings, flow, returned)
  return typeof verified === 'string' ? refusal(flow, verified) : act(flow, verified, returned)
}

async function verify(
  settings: ForceSignInSettings,
  flow: Flow,
  { query, cookies }: Returned,
): Promise<VerifiedIdentity | ForceProblem> {
  const error = query.get('error')
  if (error !== null) return problemOf(error)
  try {
    const exchanged = await exchange(settings, await providerMetadata(settings), { query, cookies })
    if (!exchanged.ok) return exchanged.problem
    const identity = readIdentity(exchanged.claims, settings, now())
    if (identity === null) return 'force-failed'
    if (!isStrongEnough(exchanged.claims, settings.strength)) return 'force-strength'
    return flow.purpose === 'sign-in' || isProvedSince(identity, flow.begunAt) ? identity : 'force-strength'
  } catch (failure) {
    if (failure instanceof ProviderAwayError) return 'force-away'
    if (failure instanceof ProviderWrongError) return 'force-failed'
    throw failure
  }
}

/** What the provider's own word for a refusal means here. */
function problemOf(error: string): ForceProblem {
  if (error === 'access_denied') return 'force-cancelled'
  if (error === 'unmet_authentication_requirements') return 'force-strength'
  return error === 'temporarily_unavailable' || error === 'server_error' ? 'force-away' : 'force-failed'
}

function act(flow: Flow, identity: VerifiedIdentity, returned: Returned): Promise<Finished> | Finished {
  switch (flow.purpose) {
    case 'sign-in':
      return signIn(flow, identity, returned.sessionToken)
    case 'confirm':
      return confirm(flow, identity, returned.session)
    case 'link':
      return link(flow, identity, returned.session)
    case 'invitation':
      return accept(flow, identity, returned)
  }
}

async function signIn(
  flow: Flow,
  identity: VerifiedIdentity,
  replaces: string | undefined,
): Promise<Finished> {
  const account = await accountOf(identity)
  if (account?.active !== true) return refusal(flow, 'force-unknown')
  const token = await sessionOf(account, identity, replaces)
  if (token === null) return refusal(flow, 'force-expired')
  // Somebody has their password: the page that says so comes first.
  return { done: 'signed-in', token, back: isPasswordWayClosed(account) ? staffPaths.ownSignIn : flow.back }
}

async function sessionOf(
  account: ProvedAccount,
  identity: VerifiedIdentity,
  replaces: string | undefined,
): Promise<string | null> {
  const token = await startSession(account, 'force', replaces)
  if (token !== null) await noteProof(token, identity)
  return token
}

/** A provider that remembered somebody from this morning has not seen them prove anything just now. */
async function noteProof(token: string, { authenticatedAt }: VerifiedIdentity): Promise<void> {
  const id = await decodeSession(token)
  if (id === null) throw new Error('A session that was just begun cannot be read.')
  const at = now()
  // Its clock may be a little ahead of ours; what is further ahead was refused before.
  const strongAt = authenticatedAt === null ? new Date(0) : authenticatedAt > at ? at : authenticatedAt
  await deskDb().staffSession.updateMany({ where: { idHash: hashSessionId(id) }, data: { strongAt } })
}

async function confirm(
  flow: Flow,
  identity: VerifiedIdentity,
  session: Returned['session'],
): Promise<Finished> {
  const account = await accountOf(identity)
  const same = session !== null && session.handle === flow.session && account?.id === session.actor.id
  return same ? { done: 'confirmed', back: flow.back } : refusal(flow, 'force-other')
}

async function link(flow: Flow, identity: VerifiedIdentity, session: Returned['session']): Promise<Finished> {
  if (session?.handle !== flow.session) return refusal(flow, 'force-other')
  const done = await connect(session, identity)
  return done === 'refused' ? refusal(flow, 'force-other') : { done }
}

/** The invitation says which account; who they are at the force becomes the way into it. Addresses are not compared. */
async function accept(
  flow: Flow,
  identity: VerifiedIdentity,
  { invitation, sessionToken }: Returned,
): Promise<Finished> {
  const open = invitation === undefined ? null : await readInvitation(invitation)
  if (invitation === undefined || open === null) return refusal(flow, 'force-expired')
  const held = await accountOf(identity)
  if (held !== null && held.id !== open.renews) return refusal(flow, 'force-other')
  const accepted = await acceptByForce(invitation, identity)
  const token = accepted === null ? null : await sessionOf(accepted.account, identity, sessionToken)
  return token === null ? refusal(flow, 'force-expired') : { done: 'accepted', token }
}

function refusal({ purpose, back }: Flow, problem: ForceProblem): Extract<Finished, { done: 'nothing' }> {
  return { done: 'nothing', problem, purpose, back, open: false }
}

async function noteRefusal({ accountId, purpose }: Flow, why: ForceProblem): Promise<void> {
  await appendAudit(deskDb(), {
    actorId: accountId,
    role: null,
    action: 'sign-in-refused',
    detail: { method: 'force', purpose, why },
  })
}

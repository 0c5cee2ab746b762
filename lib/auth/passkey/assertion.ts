import 'server-only'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { Account, Passkey } from '@/lib/db/generated/client'
import { keepChallenge, takeChallenge } from '../challenge'
import type { Challenge, ChallengePurpose } from '../challenge'
import { isHandleOf } from './handle'
import type { Begun } from './registration'
import { relyingParty } from './relying-party'

type Purpose = Extract<ChallengePurpose, 'sign-in' | 'confirm'>
type Found = Passkey & { account: Account }

/** Asks a browser to use a passkey: any of this site at sign-in, one of the account's when somebody proves again who they are. */
export async function beginAssertion(
  purpose: Purpose,
  accountId: string | null,
): Promise<Begun<PublicKeyCredentialRequestOptionsJSON>> {
  const own = accountId === null ? [] : await deskDb().passkey.findMany({ where: { accountId } })
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    timeout: 5 * 60_000,
    userVerification: 'required',
    allowCredentials: own.map(({ id, transports }) => ({ id, transports })),
  })
  const cookie = await keepChallenge(purpose, { challenge: options.challenge, accountId })
  return { options, cookie }
}

/** Who answered a challenge with a passkey, or why nobody did. `accountId` where it is known whose it is. */
export type Assertion =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly accountId: string | null; readonly why: 'refused' | 'copied' }

/**
 * Checks the answer to this browser's own challenge, once: from our own address, of a passkey we know, naming its own
 * account, with its owner checked, and with a counter that went on. One that stood still or went back means that there is a copy.
 */
export async function finishAssertion(
  purpose: Purpose,
  cookie: string | undefined,
  response: AuthenticationResponseJSON,
): Promise<Assertion> {
  const asked = await takeChallenge(purpose, cookie)
  const passkey = await deskDb().passkey.findUnique({
    where: { id: response.id },
    include: { account: true },
  })
  const accountId = passkey?.accountId ?? null
  const refused = { ok: false, accountId, why: 'refused' } as const
  if (asked === null || passkey === null || !isTheirs(passkey, asked, response)) return refused
  const counter = await checkedCounter(passkey, asked, response)
  if (counter === null) return refused
  return (await moveCounter(passkey, counter))
    ? { ok: true, account: passkey.account }
    : { ok: false, accountId, why: 'copied' }
}

function isTheirs({ account }: Found, asked: Challenge, { response }: AuthenticationResponseJSON): boolean {
  const isAsked = asked.accountId === null || asked.accountId === account.id
  // A passkey that was asked for by name need not say whose it is.
  const named = asked.accountId !== null && response.userHandle === undefined
  return account.active && isAsked && (named || isHandleOf(account.id, response.userHandle))
}

/** The counter of a rightly signed answer, or null. It is compared when it is stored, in the same statement. */
async function checkedCounter(
  passkey: Found,
  asked: Challenge,
  response: AuthenticationResponseJSON,
): Promise<number | null> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin,
    expectedRPID,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null)
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null
}

/** Notes the use. False when the counter did not go on; those that never count stay at nought. */
async function moveCounter({ id }: Found, counter: number): Promise<boolean> {
  const { count } = await deskDb().passkey.updateMany({
    where: { id, ...(counter === 0 ? { counter: 0 } : { counter: { lt: counter } }) },
    data: { counter, lastUsedAt: now() },
  })
  return count === 1
}

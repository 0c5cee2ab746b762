import 'server-only'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { now } from '@/lib/adapters/clock'
import type { Transaction } from '@/lib/db/client'
import { deskDb } from '@/lib/db/client'
import { keepChallenge, takeChallenge } from '../challenge'
import type { ChallengePurpose } from '../challenge'
import { handleOf } from './handle'
import { relyingParty } from './relying-party'

type Purpose = Extract<ChallengePurpose, 'register' | 'accept-invitation'>

/** EdDSA, ES256 and RS256: one of them is in every authenticator. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** Whom a passkey will be for; an invited person has no account yet, but has its id. */
export interface PasskeyOwner {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** A passkey that was made and checked, not yet anybody's. */
export interface NewPasskey {
  readonly accountId: string
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export interface Begun<Options> {
  readonly options: Options
  /** For the challenge cookie. */
  readonly cookie: string
}

/** Asks a browser for a new passkey: one that names its owner by itself and checks them (by PIN, finger or face). */
export async function beginPasskeyRegistration(
  purpose: Purpose,
  owner: PasskeyOwner,
): Promise<Begun<PublicKeyCredentialCreationOptionsJSON>> {
  const { id: rpID, name: rpName } = relyingParty()
  const known = await deskDb().passkey.findMany({ where: { accountId: owner.id } })
  const options = await generateRegistrationOptions({
    rpID,
    rpName,
    userID: handleOf(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: 5 * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const cookie = await keepChallenge(purpose, { challenge: options.challenge, accountId: owner.id })
  return { options, cookie }
}

/**
 * Checks what the browser made. Null for anything that is not the answer to this browser's own challenge, from our own
 * address, with its owner checked. `accountId` must be whom it was asked for, where that is known.
 */
export async function finishPasskeyRegistration(
  purpose: Purpose,
  cookie: string | undefined,
  response: RegistrationResponseJSON,
  accountId?: string,
): Promise<NewPasskey | null> {
  const asked = await takeChallenge(purpose, cookie)
  const owner = asked?.accountId ?? null
  if (asked === null || owner === null || (accountId ?? owner) !== owner) return null
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => null)
  if (checked?.verified !== true) return null
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
  return { accountId: owner, id, publicKey, counter, transports }
}

/** Stores it. False when a passkey of that id is somebody's already. */
export async function storePasskey(tx: Transaction, made: NewPasskey, name: string): Promise<boolean> {
  const { count } = await tx.passkey.createMany({
    data: { ...made, transports: [...made.transports], name, createdAt: now() },
    skipDuplicates: true,
  })
  return count === 1
}

import 'server-only'
import { now } from '@/lib/adapters/clock'
import { verifyRequest } from '@/lib/adapters/http-signature'
import type { SignatureHeaders, SignatureRefusal, SignedRequest } from '@/lib/adapters/http-signature'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { tellLive } from '@/lib/db/tell-live'
import { loggedOrNot } from '@/lib/db/refuse-unlogged'
import { referralTag } from '@/lib/domain/referral'
import type { Acknowledgement, ReferralProblem, ReferralSource } from '@/lib/domain/referral'
import { isUuid } from '@/lib/domain/uuid'
import { makeReferral } from './make-referral'
import { readDocument } from './read-document'

export type TakenReferral =
  | { readonly ok: true; readonly now: boolean; readonly told: Acknowledgement }
  | { readonly ok: false; readonly problem: ReferralProblem; readonly where?: readonly string[] }

type Source = ReferralSource & { readonly publicKey: string }

interface Outcome {
  readonly outcome: 'accepted' | 'repeat' | 'changed' | 'reference-taken'
  readonly reference: string | null
}

const problemOf: Readonly<Record<SignatureRefusal, ReferralProblem>> = {
  ...{ malformed: 'bad-signature', old: 'old', forged: 'forged', replayed: 'replayed' },
}

/**
 * Takes a referral that a machine sent: the signature first, then what it says, then all of it or nothing. The same one again is the
 * same case and gets the same answer. Throws where it could not be kept: the sender sends it again.
 */
export async function takeReferral(
  request: SignedRequest,
  headers: Readonly<Record<keyof SignatureHeaders, string | null>>,
): Promise<TakenReferral> {
  const found = new Map<string, Source>()
  const verified = await verifyRequest(request, headers, {
    tag: referralTag,
    now: now(),
    publicKeyOf: async (keyId) => {
      const source = await sourceOf(keyId)
      if (source !== undefined) found.set(keyId, source)
      return source?.publicKey
    },
    keepNonce,
  })
  if (!verified.ok) return { ok: false, problem: problemOf[verified.refusal] }
  const source = found.get(verified.keyId)
  const document = readDocument(request.body)
  if (source === undefined || !document.ok)
    return { ok: false, problem: 'not-referral', ...whereOf(document) }
  return store(source, document.document)
}

function whereOf(document: ReturnType<typeof readDocument>) {
  return document.ok ? {} : { where: document.where }
}

async function store(source: Source, document: Parameters<typeof makeReferral>[1]): Promise<TakenReferral> {
  const { rows, caseId, told } = await makeReferral(source, document)
  const [row] = await loggedOrNot(
    () =>
      publicDb().$queryRaw<
        Outcome[]
      >`select outcome, reference from accept_referral(${JSON.stringify(rows)}::jsonb)`,
  )
  if (row?.outcome === 'changed') return { ok: false, problem: 'changed' }
  // One in many millions made a reference that there is already.
  if (row === undefined || row.reference === null) return { ok: false, problem: 'failed' }
  if (row.outcome === 'accepted') tellLive(publicDb, caseId)
  return { ok: true, now: row.outcome === 'accepted', told: { reference: row.reference, ...told } }
}

async function sourceOf(keyId: string): Promise<Source | undefined> {
  if (!isUuid(keyId)) return undefined
  const [source] = await publicDb().$queryRaw<Source[]>`
    select public_key as "publicKey", sender_id as id, name, channel
      from referral_key_of(${keyId}::uuid, ${currentForce().id})`
  return source
}

async function keepNonce(keyId: string, nonce: string, until: Date): Promise<boolean> {
  const [row] = await publicDb().$queryRaw<{ kept: boolean }[]>`
    select keep_nonce(${keyId}, ${nonce}, ${until}::timestamptz, ${now()}::timestamptz) as kept`
  return row?.kept === true
}

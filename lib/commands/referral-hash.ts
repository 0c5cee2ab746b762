import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '@/lib/config/env'
import type { ReferralDocument } from '@/lib/journeys/referral/document'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import type { Json } from '@/lib/sealing/canonical-json'

/**
 * What stands for a sender's own reference: the single-use token of the submission, so that one referral is one case however and how
 * often it comes. Both tiers make the same, and nobody with the table alone can test a guess.
 */
export function referralToken(senderId: string, reference: string): string {
  return keyed('reference', [senderId, reference]).toString('base64url')
}

/** What stands for all that a referral says. */
export function referralContent({ kind, answers }: ReferralDocument): Uint8Array {
  const said = Object.entries(answers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))
  return keyed('content', { kind, answers: said })
}

function keyed(use: 'reference' | 'content', value: Json): Buffer {
  const key = createHmac('sha256', env().RETURN_CODE_PEPPER).update(`referral-${use}/v1`).digest()
  return createHmac('sha256', key).update(canonicalJson(value)).digest()
}

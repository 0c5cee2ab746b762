import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { readDocument } from '@/lib/commands/read-document'
import type { ReferralDocument } from '@/lib/journeys/referral/document'
import { keepForm, keptForm } from '../../_http/kept-form'

const place = {
  page: staffPaths.referrals,
  form: 'referral-read',
  fields: ['sender', 'document'],
} as const

interface KeptReferral {
  readonly sender: string
  readonly document: ReferralDocument
}

/** Keeps a referral that was read, under a key in this browser alone, until it is recorded or another is read. */
export async function keepReferral(actor: Actor, sender: string, bytes: Uint8Array): Promise<void> {
  const document = new TextDecoder().decode(bytes)
  await keepForm(actor.id, place, new URLSearchParams({ sender, document }), 'referral')
}

/** The referral that this person read last in this browser; null where there is none. */
export async function keptReferral(actor: Actor): Promise<KeptReferral | null> {
  const kept = await keptForm(actor, staffPaths.referrals, 'referral')
  if (kept === null) return null
  const read = readDocument(new TextEncoder().encode(kept.values.document ?? ''))
  return read.ok ? { sender: kept.values.sender ?? '', document: read.document } : null
}

import 'server-only'
import { z } from 'zod'
import { publicDb } from '@/lib/db/client'
import { agreementAnswers } from '@/lib/domain/agreement'
import type { AskedAgreement } from '@/lib/domain/agreement'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { agreementText } from '@/lib/sealing/agreement-box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openAsReporter } from '@/lib/sealing/open-as-reporter'

const bytes = z.hex().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'hex')))
const row = z.object({
  id: z.string(),
  madeAt: z.date(),
  askedAt: z.date().nullable(),
  answer: z.enum(agreementAnswers).nullable(),
  answeredAt: z.date().nullable(),
  box: z.object({
    id: z.string(),
    purpose: z.string(),
    suite: z.number(),
    fields: z.array(z.object({ field: z.string(), version: z.number(), ciphertext: bytes })),
    wraps: z.array(z.object({ keyId: z.string(), wrap: bytes })),
  }),
})

/** What was agreed last, as whoever has the code reads it. */
export interface FollowUpAgreement extends AskedAgreement {
  readonly id: string
  readonly madeAt: Date
  /** Null when it does not open or is not what its row says. */
  readonly text: string | null
}

/** What was agreed last in an open follow-up, opened with the code's own key; null where nothing was. */
export async function followUpAgreement(followUp: FollowUp): Promise<FollowUpAgreement | null> {
  const { submissionId } = followUp
  const found = await publicDb().$queryRaw<unknown[]>`
    select id::text, made_at as "madeAt", asked_at as "askedAt", answer, answered_at as "answeredAt",
      jsonb_build_object('id', box_id, 'purpose', purpose, 'suite', suite, 'fields', fields, 'wraps', wraps) as box
    from follow_up_agreement(${submissionId}::uuid, ${await keyOf(followUp)}::bytea)`
  const [agreement] = z.array(row).parse(found)
  if (agreement === undefined) return null
  const { box, ...told } = agreement
  const key = Buffer.from(followUp.privateKey, 'base64')
  try {
    const opened = await openAsReporter(box, submissionId, key)
    return { ...told, text: agreementText({ submissionId, id: told.id }, opened) }
  } catch (error) {
    if (error instanceof CannotOpenError) return { ...told, text: null }
    throw error
  }
}

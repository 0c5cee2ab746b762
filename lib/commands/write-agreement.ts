import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { longestAgreement } from '@/lib/domain/agreement'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { reporterKeyOf } from '@/lib/queries/reporter-key-of'
import { sealAgreement } from '@/lib/sealing/agreement-box'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { boxRow } from './intake-rows'
import { requireWords } from './require-words'

/**
 * Writes down what was agreed with the reporter, in their words, for staff and for whoever has the return code. It takes the place of what was
 * agreed before; that stays. `invalid` when it is empty or too long.
 */
export async function writeAgreement(
  actor: Actor,
  seen: CaseSeen & { readonly text: string },
): Promise<void> {
  const text = requireWords(seen.text, longestAgreement)
  await changeCase(actor, 'record-contact', seen, async ({ id: caseId, submissionId }, tx) => {
    const [id, at] = [randomUUID(), now()]
    const box = await sealAgreement({ submissionId, id }, text, await reporterKeyOf(tx, submissionId))
    const rows = JSON.stringify({ id, at: at.toISOString(), box: boxRow(box, at) })
    const [row] = await tx.$queryRaw<{ stored: boolean }[]>`
      SELECT store_agreement(${caseId}::uuid, ${rows}::jsonb) AS stored`
    if (row?.stored !== true) throw new DomainError('not-found')
    return { type: 'agreed' }
  })
}

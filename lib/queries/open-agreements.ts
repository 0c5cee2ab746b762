import 'server-only'
import { z } from 'zod'
import type { Transaction } from '@/lib/db/client'
import { agreementAnswers } from '@/lib/domain/agreement'
import type { AskedAgreement } from '@/lib/domain/agreement'
import { agreementText } from '@/lib/sealing/agreement-box'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { findBoxes } from './find-boxes'

const answer = z.enum(agreementAnswers).nullable()

/** What was agreed, as staff read it. */
export interface OpenedAgreement extends AskedAgreement {
  readonly id: string
  readonly madeAt: Date
  /** Who wrote it down. */
  readonly who: string
  /** Null when it does not open or is not what its row says. */
  readonly text: string | null
}

/** What was agreed about a submission, the last first, still sealed. */
export async function findAgreements(tx: Transaction, submissionId: string) {
  const rows = await tx.agreement.findMany({
    where: { submissionId },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    include: { account: { select: { name: true } } },
  })
  const boxes = await findBoxes(
    tx,
    rows.map(({ boxId }) => boxId),
  )
  return rows.map((row) => ({ ...row, box: boxes.get(row.boxId) }))
}

/** What it says. For `openSubmission`, which hands over the way to open it once the look is audited. */
export function openAgreements(
  rows: Awaited<ReturnType<typeof findAgreements>>,
  open: (box: SealedBoxRow) => Promise<Record<string, string>>,
): Promise<readonly OpenedAgreement[]> {
  return Promise.all(
    rows.map(async ({ id, submissionId, madeAt, askedAt, answeredAt, account, box, ...row }) => ({
      ...{ id, madeAt, askedAt, answeredAt, who: account.name },
      answer: answer.parse(row.answer),
      text: await textOf(box, { submissionId, id }, open),
    })),
  )
}

async function textOf(
  box: SealedBoxRow | undefined,
  context: Parameters<typeof agreementText>[0],
  open: (box: SealedBoxRow) => Promise<Record<string, string>>,
): Promise<string | null> {
  if (box === undefined) return null
  try {
    return agreementText(context, await open(box))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

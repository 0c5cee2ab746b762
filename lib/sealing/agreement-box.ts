import 'server-only'
import { z } from 'zod'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { PublicKey } from './key-ring'
import { sealBox } from './seal'

/** Which agreement a box is: sealed with its words, so that a row moved to another case is noticed. */
interface AgreementContext {
  readonly submissionId: string
  readonly id: string
}

const fields = z.object({ text: z.string(), context: z.string() })

/** Seals what was agreed for staff, and for the holder of the return code where there is one. */
export async function sealAgreement(
  context: AgreementContext,
  text: string,
  reporter: PublicKey | null,
): Promise<SealedBoxRow> {
  const others = reporter === null ? [] : [reporter]
  return sealBox('agreement', { text, context: contextOf(context) }, others)
}

/** The words of an opened agreement. Throws CannotOpenError when it is not the one its row says it is. */
export function agreementText(context: AgreementContext, opened: unknown): string {
  const { success, data } = fields.safeParse(opened)
  if (!success || data.context !== contextOf(context)) throw new CannotOpenError()
  return data.text
}

function contextOf({ submissionId, id }: AgreementContext): string {
  return canonicalJson({ submissionId, id })
}

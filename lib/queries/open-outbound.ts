import 'server-only'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import { outboundLetter } from '@/lib/sealing/outbound-box'
import type { SealedLetter } from '@/lib/sealing/outbound-box'
import { readBox } from '@/lib/sealing/read-box'

/** A letter that the job has claimed, still sealed. */
interface Claimed {
  readonly id: string
  readonly way: string
  readonly caseId: string | null
  readonly accountId: string | null
  readonly box?: unknown
}

/** What the job that sends is to send, for it alone: nobody is signed in, and nobody is shown it. Null where it does not open. */
export async function openOutbound({
  id,
  way,
  caseId,
  accountId,
  box,
}: Claimed): Promise<SealedLetter | null> {
  if (box === null || box === undefined) return null
  try {
    return outboundLetter({ id, way, about: caseId ?? accountId ?? '' }, await openBox(readBox(box)))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

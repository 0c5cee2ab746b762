import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import { readBox } from '@/lib/sealing/read-box'

/** What was typed when a glass was broken, and by whoever reviewed it; null where nothing was, or it is gone or does not open. */
export interface GlassWords {
  readonly reason: string | null
  readonly note: string | null
}

/**
 * Why a glass was broken, in the words of whoever broke it, for a supervisor who reviews it. The row of the audit, `glass-reason-read`, is
 * committed before anything is opened. `not-found` where there is none or it is not theirs to read, which it never is for whoever broke it.
 */
export async function openGlass(actor: Actor, id: string): Promise<GlassWords> {
  if (!isUuid(id)) throw new DomainError('not-found')
  const given = await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ boxes: unknown }[]>`
      SELECT read_glass(${id}::uuid, ${now()}::timestamptz) AS boxes`
    return row?.boxes ?? null
  })
  if (given === null) throw new DomainError('not-found')
  const boxes = z.array(z.unknown()).parse(given).map(readBox)
  const wordsOf = async (purpose: string) => {
    const box = boxes.find((each) => each.purpose === purpose)
    return box === undefined ? null : ((await openBox(box).catch(nothing)).text ?? null)
  }
  return { reason: await wordsOf('glass-reason'), note: await wordsOf('glass-note') }
}

function nothing(error: unknown): Record<string, string> {
  if (error instanceof CannotOpenError) return {}
  throw error
}

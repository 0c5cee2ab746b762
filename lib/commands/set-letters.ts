import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { letterChoices } from '@/lib/domain/outbound/staff-letters'
import type { LetterChoice } from '@/lib/domain/outbound/staff-letters'
import type { Actor } from '@/lib/domain/policy'

/** What was posted: hours as numbers, both empty for none. */
interface PostedLetters {
  readonly letters: string
  readonly from: string
  readonly until: string
}

/** Sets which e-mails somebody wants, and when none. `invalid` for a choice there is not, and for hours that are none or end where they begin. */
export async function setLetters(actor: Actor, { letters, from, until }: PostedLetters): Promise<void> {
  const choice = letterChoices.find((known) => known === letters)
  if (choice === undefined || (from === '') !== (until === '') || (from !== '' && from === until))
    throw new DomainError('invalid')
  const [quietFrom, quietUntil] = [hourOf(from), hourOf(until)]
  await asActor(actor, (tx) =>
    tx.account.updateMany({ where: { id: actor.id }, data: { letters: choice, quietFrom, quietUntil } }),
  )
}

function hourOf(text: string): number | null {
  if (text === '') return null
  if (!/^(\d|1\d|2[0-3])$/u.test(text)) throw new DomainError('invalid')
  return Number(text)
}

/** Which e-mails somebody wants, and when none. */
export interface OwnLetters {
  readonly letters: LetterChoice
  readonly quietFrom: number | null
  readonly quietUntil: number | null
}

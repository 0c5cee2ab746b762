import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { hasUnasked, mayHaveNotice } from '@/lib/domain/outbound/desk-notices'
import type { DeskNotice } from '@/lib/domain/outbound/desk-notices'
import { letterChoices } from '@/lib/domain/outbound/staff-letters'
import type { LetterChoice } from '@/lib/domain/outbound/staff-letters'
import type { Actor } from '@/lib/domain/policy'

/** What was posted: hours as numbers, both empty for none; what is ticked is `yes`. */
interface PostedLetters extends Readonly<Record<DeskNotice, string>> {
  readonly letters: string
  readonly from: string
  readonly until: string
}

/**
 * Sets which e-mails somebody wants, and when none. `invalid` for a choice there is not, and for hours that are none or end where they begin. Of a
 * notice they could not have they have not said anything.
 */
export async function setLetters(actor: Actor, posted: PostedLetters): Promise<void> {
  const { letters, from, until, figures, stuck } = posted
  const choice = letterChoices.find((known) => known === letters)
  if (choice === undefined || (from === '') !== (until === '') || (from !== '' && from === until))
    throw new DomainError('invalid')
  const [quietFrom, quietUntil] = [hourOf(from), hourOf(until)]
  await asActor(actor, (tx) =>
    tx.account.updateMany({
      where: { id: actor.id },
      data: {
        ...{ letters: choice, quietFrom, quietUntil },
        ...(mayHaveNotice(actor.role, 'figures')
          ? { figuresLetters: choiceOf(actor, 'figures', figures) }
          : {}),
        ...(mayHaveNotice(actor.role, 'stuck') ? { stuckLetters: choiceOf(actor, 'stuck', stuck) } : {}),
      },
    }),
  )
}

/** What is as their role has it is no choice of theirs: with another role it may be otherwise. */
function choiceOf({ role }: Actor, notice: DeskNotice, posted: string): boolean | null {
  const wanted = posted === 'yes'
  return wanted === hasUnasked(role, notice) ? null : wanted
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
  /** What they chose of each notice; null: as their role has it. */
  readonly chosen: Readonly<Record<DeskNotice, boolean | null>>
}

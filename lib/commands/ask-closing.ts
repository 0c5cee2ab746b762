import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { takesOut } from '@/lib/domain/records/record-type'
import { openClosing } from '@/lib/queries/open-closing'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { chosenType } from './close-case'
import { today } from './journey-setting'
import { requireWords } from './require-words'

interface Asked extends CaseSeen {
  readonly disposition: string
  readonly reason: string
  /** As for closing itself: whether there is a real risk without what was said about the person complained of; null: not answered. */
  readonly isRisk: boolean | null
}

/**
 * Asks for a case to be closed with an ending that holds today, and why, for another supervisor to decide. DomainErrors besides those of
 * `changeCase`: `invalid`, `subject-unanswered`, and `bad-transition` where somebody has asked already.
 */
export async function askClosing(
  actor: Actor,
  { disposition, reason, isRisk, ...seen }: Asked,
): Promise<void> {
  const type = await chosenType(actor, { disposition }, today())
  if (takesOut(type.subjectData, isRisk) === null) throw new DomainError('subject-unanswered')
  const box = await sealBox('note', { text: requireWords(reason) })
  await changeCase(actor, 'close', seen, async ({ id }, tx) => {
    if ((await openClosing(tx, id)) !== null) throw new DomainError('bad-transition')
    const answered = type.subjectData === 'ask' ? { risk: isRisk } : {}
    return { type: 'closing-asked', detail: { disposition, ...answered }, box }
  })
}

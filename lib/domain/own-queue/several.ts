import type { CaseOutcome } from '../many-cases'
import { grants } from '../policy'
import type { Actor } from '../policy'
import type { SnoozeRefusal } from './snooze'

/** What can be done to several cases of the queue with one form. Its words are `speed.several.act.<act>`. */
export const severalActs = ['take', 'assign', 'snooze', 'wake'] as const
export type SeveralAct = (typeof severalActs)[number]

/** How many cases one such form may name. */
export const mostTicked = 50

/** What became of one of them: `done`, or why not. */
export interface SeveralOutcome {
  readonly reference: string
  readonly code: CaseOutcome['code'] | SnoozeRefusal
}

/** The acts that somebody may do to a case at all; to which, the policy says of each. Put off is one's own queue alone. */
export function severalFor(actor: Actor): readonly SeveralAct[] {
  return severalActs.filter((act) => act === 'snooze' || act === 'wake' || grants(actor, act).length > 0)
}

/** Outcomes as a text, one line each, and read from it. */
export function writeOutcomes(outcomes: readonly SeveralOutcome[]): string {
  return outcomes.map(({ reference, code }) => `${reference} ${code}`).join('\n')
}

/** What `writeOutcomes` wrote, as words to show. */
export function readOutcomes(text: string): readonly { readonly reference: string; readonly code: string }[] {
  return text.split('\n').flatMap((line) => {
    const [reference = '', code = ''] = line.split(' ')
    return reference === '' ? [] : [{ reference, code }]
  })
}

import { DomainError } from './errors'
import type { DomainErrorCode } from './errors'
import { parseReference } from './reference'

/** How many cases one form may name, where it does not say less. */
const mostAtOnce = 100

/** A case as a row of a page showed it. */
export interface TickedCase {
  readonly reference: string
  readonly version: number
}

/** What became of one of several cases: `done`, or why not. */
export interface CaseOutcome {
  readonly reference: string
  readonly code: 'done' | DomainErrorCode
}

/** What a tick box of a row posts. */
export function tickOf({ reference, version }: TickedCase): string {
  return `${reference} ${String(version)}`
}

/** The ticked rows of a form, each once. DomainErrors `none-chosen`, `many-chosen`, and `invalid` for what no row posts. */
export function readTicks(posted: readonly string[], most = mostAtOnce): readonly TickedCase[] {
  const ticks = [...new Set(posted)].map(tickFrom)
  if (ticks.length === 0) throw new DomainError('none-chosen')
  if (ticks.length > most) throw new DomainError('many-chosen')
  return ticks
}

function tickFrom(text: string): TickedCase {
  const [typed = '', version = ''] = text.split(' ')
  const reference = parseReference(typed)
  if (reference === null || !/^\d{1,9}$/u.test(version)) throw new DomainError('invalid')
  return { reference, version: Number(version) }
}

/**
 * Does the same to each of several cases, one after another, and says what became of each: what is refused of one stops no other. A
 * fresh proof that is missing is missing for all.
 */
export async function eachCase(
  cases: readonly TickedCase[],
  act: (one: TickedCase) => Promise<void>,
): Promise<readonly CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const one of cases) outcomes.push({ reference: one.reference, code: await codeOf(act(one)) })
  return outcomes
}

async function codeOf(act: Promise<void>): Promise<CaseOutcome['code']> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'step-up') return error.code
    throw error
  }
}

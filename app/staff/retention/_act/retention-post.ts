import 'server-only'
import type { Session } from '@/lib/auth/session'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { eachCase, readTicks } from '@/lib/domain/many-cases'
import type { CaseOutcome, TickedCase } from '@/lib/domain/many-cases'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { readFilters } from '@/lib/domain/queue-filters'
import { readRetentionList } from '@/lib/domain/retention'
import type { StepUpAct } from '@/lib/domain/step-up'
import { deskPost } from '../../_http/desk-post'
import { showOnce } from '../../_http/kept-form'

/** A form about how long cases live, and what needs a fresh proof of it. */
interface RetentionForm {
  readonly form: 'retention' | 'erase'
  readonly fields: readonly string[]
  readonly stepUp?: StepUpAct
}

/** Says which act a form asks for and gives what does it to one case. DomainError `invalid` where it asks for none. */
type ReadAct = (
  session: Session,
  field: (name: string) => string,
) => { readonly name: string; readonly act: (one: TickedCase) => Promise<void> }

/**
 * Takes a form from the page of a case or from a list with ticked rows, does to each case what it asks for, and says what became of each.
 * What is refused of one stops no other.
 */
export function retentionPost(request: Request, form: RetentionForm, read: ReadAct): Promise<Response> {
  const place = placeOf(request)
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'retention') ? null : 'retention')
  return deskPost(request, { ...form, page: place.page, closedPart }, async (session, field, posted) => {
    const { actor } = session
    const { name, act } = read(session, field)
    return after(actor, place, name, await eachCase(readTicks(posted.getAll('case')), act))
  })
}

interface Place {
  readonly page: string
  /** The page to go on to once it is done: the first of the list, since what it was done to may have left the list. */
  readonly after: string
  readonly isOneCase: boolean
}

function placeOf(request: Request): Place {
  const query = new URL(request.url).searchParams
  const reference = parseReference(query.get('case') ?? '')
  if (reference !== null) {
    const page = staffPaths.case(reference)
    return { page, after: page, isOneCase: true }
  }
  const list = readRetentionList(query.get('list'))
  const { page } = readFilters({ page: query.get('page') ?? '' }, { districts: [], strands: [] })
  return {
    ...{ page: staffPaths.retentionList(list, page), after: staffPaths.retentionList(list) },
    isOneCase: false,
  }
}

/** The page that says what became of it. What nobody could do to any of them is told as a form that was not taken. */
async function after(
  actor: Actor,
  place: Place,
  name: string,
  outcomes: readonly CaseOutcome[],
): Promise<string> {
  const [first] = outcomes
  const { isOneCase } = place
  const isForAll = isOneCase || outcomes.every(({ code }) => code === 'invalid')
  if (isForAll && first !== undefined && first.code !== 'done') throw new DomainError(first.code)
  if (isOneCase) return `${place.after}?done=life-${name}`
  const told = outcomes.map(({ reference, code }) => `${reference} ${code}`).join('\n')
  await showOnce(actor, outcomesForm, { act: name, outcomes: told })
  return place.after
}

/** Where what became of several cases waits for the page that tells it once. */
export const outcomesForm = {
  page: staffPaths.retention,
  form: 'retention-outcomes',
  fields: ['act', 'outcomes'],
} as const

import { handOverBook } from '@/lib/commands/hand-over-book'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import { readTicks } from '@/lib/domain/many-cases'
import { getOfficer } from '@/lib/queries/get-officer'
import { deskPost } from '../../../../_http/desk-post'
import { showOnce } from '../../../../_http/kept-form'
import { mayHandOver, outcomesForm } from '../_act/find-book'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** What is chosen and written for single cases is kept where the form is not taken, beside the words for all. */
function ownFields(posted: URLSearchParams): readonly string[] {
  return [
    'reason',
    ...[...posted.keys()].filter((name) => /^(?:to|note)-[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u.test(name)),
  ]
}

/**
 * Hands over what the form names, each case to whom it says, as it was seen and as far as the policy lets this person; what is refused of one
 * stops no other, and is told.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = staffPaths.officerAct(id, 'handover')
  return deskPost(
    request,
    {
      ...{ page, form: 'handover', fields: [], fieldsOf: ownFields },
      closedPart: ({ actor }) => (mayEnter(actor.role, 'officers') ? null : 'officers'),
    },
    async ({ actor }, field, posted) => {
      if (!mayHandOver(actor, await getOfficer(actor, id))) throw new DomainError('forbidden')
      const choiceOf = (reference: string) => ({
        ...{ to: field(`to-${reference}`), note: field(`note-${reference}`) },
      })
      const cases = readTicks(posted.getAll('case'))
      const outcomes = await handOverBook(actor, cases, choiceOf, field('reason'))
      const told = outcomes.map(({ reference, code }) => `${reference} ${code}`).join('\n')
      await showOnce(actor, outcomesForm(id), { outcomes: told })
      return page
    },
  )
}

import { transferCase } from '@/lib/commands/transfer-case'
import { requireWords } from '@/lib/commands/require-words'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { eachCase, readTicks } from '@/lib/domain/many-cases'
import { mayEnter } from '@/lib/domain/desk-areas'
import { getOfficer } from '@/lib/queries/get-officer'
import { deskPost } from '../../../../_http/desk-post'
import { showOnce } from '../../../../_http/kept-form'
import { mayHandOver, outcomesForm } from '../_act/find-book'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/**
 * Hands over every case the form names, each to whom the page said, as it was seen and as far as the policy lets this person; what is
 * refused of one stops no other, and is told.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = staffPaths.officerAct(id, 'handover')
  const place = { page, form: 'handover', fields: ['reason'] }
  return deskPost(
    request,
    { ...place, closedPart: ({ actor }) => (mayEnter(actor.role, 'officers') ? null : 'officers') },
    async ({ actor }, field, posted) => {
      if (!mayHandOver(actor, await getOfficer(actor, id))) throw new DomainError('forbidden')
      const reason = requireWords(field('reason'))
      const outcomes = await eachCase(readTicks(posted.getAll('case')), (seen) =>
        transferCase(actor, { ...seen, to: field(`to-${seen.reference}`), reason }),
      )
      const told = outcomes.map(({ reference, code }) => `${reference} ${code}`).join('\n')
      await showOnce(actor, outcomesForm(id), { outcomes: told })
      return page
    },
  )
}

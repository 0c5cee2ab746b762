import { eraseCase } from '@/lib/commands/erase-case'
import { DomainError } from '@/lib/domain/errors'
import { retentionPost } from '../_act/retention-post'

/** Erases one case, or those that are ticked, that another supervisor asked to have erased. It has to be confirmed each time: that is never kept. */
export function POST(request: Request): Promise<Response> {
  const form = { form: 'erase', fields: ['case'], stepUp: 'erase-case' } as const
  return retentionPost(request, form, ({ actor, strongAt }, field) => {
    if (field('sure') !== 'yes') throw new DomainError('unconfirmed')
    return { name: 'erase', act: (one) => eraseCase({ actor, strongAt }, one) }
  })
}

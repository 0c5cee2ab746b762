import { eraseCase } from '@/lib/commands/erase-case'
import { retentionPost } from '../_act/retention-post'

/** Erases one case, or those that are ticked, that another supervisor asked to have erased. */
export function POST(request: Request): Promise<Response> {
  const form = { form: 'erase', fields: ['case'], stepUp: 'erase-case' } as const
  return retentionPost(request, form, (session) => ({
    name: 'erase',
    act: (one) => eraseCase({ actor: session.actor, strongAt: session.strongAt }, one),
  }))
}

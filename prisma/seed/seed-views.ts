import 'server-only'
import { keepView } from '@/lib/commands/keep-view'
import { ownDesk } from '@/lib/queries/own-desk'
import { actorOf } from './play-act'

const views = [
  { by: 'officer', name: 'Came since I looked', query: 'fresh=yes' },
  { by: 'supervisor', name: 'Only liaison requests', query: 'kind=liaison-request' },
] as const

/** A view of the queue for two of the demonstration's people, as each would keep it. */
export async function seedViews(): Promise<void> {
  for (const { by, ...view } of views) {
    const actor = await actorOf(by)
    if ((await ownDesk(actor)).views.length === 0) await keepView(actor, view)
  }
}

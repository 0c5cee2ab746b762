import { setTask } from '@/lib/commands/set-task'
import { taskPost } from '../_act/task-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Sets something to be done for a case by a day. */
export function POST(request: Request, context: Context): Promise<Response> {
  return taskPost(request, context, 'task', async (actor, seen, field) => {
    await setTask(actor, { ...seen, text: field('text'), due: field('due'), to: field('to') })
    return 'task-set'
  })
}

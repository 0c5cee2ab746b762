import { markTask } from '@/lib/commands/mark-task'
import { taskPost } from '../_act/task-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says that a task is done, or not after all. */
export function POST(request: Request, context: Context): Promise<Response> {
  return taskPost(request, context, 'task-mark', async (actor, seen, field) => {
    const isDone = field('done') === 'yes'
    await markTask(actor, { ...seen, task: field('task'), isDone })
    return isDone ? 'task-done' : 'task-opened'
  })
}

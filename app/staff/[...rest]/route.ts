import { problemPage } from '@/app/_form/problem-page'
import { guarded } from '@/app/_form/guarded'
import { currentSessionUnused } from '@/lib/auth/require-actor'

/** Every address at the desk that is none of ours, or not theirs who ask: what to do for a life in danger goes by who they are. */
export function GET(): Promise<Response> {
  return guarded('desk', async () => {
    const session = await currentSessionUnused()
    return problemPage('not-found', 'desk', session?.actor.role ?? null)
  })
}

export { GET as POST, GET as PUT, GET as PATCH, GET as DELETE, GET as OPTIONS }

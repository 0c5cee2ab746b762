import { isDatabaseReachable } from '@/lib/queries/is-database-reachable'

export const dynamic = 'force-dynamic'

/** For machines: 200 when the database answers, else 503. Says nothing else. */
export async function GET(): Promise<Response> {
  const reachable = await isDatabaseReachable()
  return Response.json({ status: reachable ? 'ok' : 'unavailable' }, { status: reachable ? 200 : 503 })
}

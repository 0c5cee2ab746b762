import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { listQueue } from './list-queue'
import type { QueueCounts } from './list-queue'

/** The counts beside the sections, for pages that do not list the queue. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  const { counts } = await listQueue(actor, { page: 1 }, 0)
  return counts
}

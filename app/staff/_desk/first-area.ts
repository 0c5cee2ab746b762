import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Role } from '@/lib/domain/words'

/** Where somebody starts: the queue, or for roles without one the first section that is theirs. */
export function firstAreaOf(role: Role): string {
  if (mayEnter(role, 'queue')) return staffPaths.queue
  if (mayEnter(role, 'audit')) return staffPaths.audit
  if (mayEnter(role, 'sent')) return staffPaths.sent
  return mayEnter(role, 'accounts') ? staffPaths.accounts : staffPaths.figures
}

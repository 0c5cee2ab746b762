import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { signInPath } from '../require-actor'
import { confirmPath } from '../step-up'
import type { ForcePurpose } from './flow'
import type { ForceProblem } from './problem'

/** The page somebody set out from, and comes back to when nothing came of it. */
export function pageOf(purpose: ForcePurpose, back: string | null): string {
  switch (purpose) {
    case 'sign-in':
      return signInPath(back, false)
    case 'confirm':
      return confirmPath(back ?? staffPaths.queue)
    case 'link':
      return staffPaths.ownSignIn
    case 'invitation':
      return staffPaths.invitation
  }
}

/** That page, with why. */
export function problemPath(purpose: ForcePurpose, problem: ForceProblem, back: string | null): string {
  const page = pageOf(purpose, back)
  return `${page}${page.includes('?') ? '&' : '?'}problem=${problem}`
}

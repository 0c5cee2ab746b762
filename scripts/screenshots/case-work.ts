import type { Page } from '@playwright/test'
import { openCase } from '../../e2e/fixtures/desk.ts'
import { go, type Shot } from './picture.ts'

/** A page of the first case of the queue, opened first with a reason. */
function ofFirstCase(page: string) {
  return async (tab: Page) => {
    await tab.goto('/staff')
    const reference = (await tab.locator('[data-row]').first().getAttribute('data-row')) ?? ''
    await openCase(tab, reference)
    await tab.goto(`/staff/cases/${reference}/${page}`)
  }
}

/** Work on a case and the ways out of the force's hands, as a supervisor sees them. */
export const caseWorkShots: readonly Shot[] = [
  { name: 'case-work', width: 1440, scheme: 'light', reach: ofFirstCase('work') },
  { name: 'case-work', width: 390, scheme: 'dark', reach: ofFirstCase('work') },
  { name: 'case-tasks', width: 390, scheme: 'light', reach: ofFirstCase('tasks') },
  { name: 'story', width: 1440, scheme: 'light', reach: ofFirstCase('story') },
  { name: 'story', width: 390, scheme: 'dark', reach: ofFirstCase('story') },
  { name: 'hand-out', width: 1440, scheme: 'light', reach: ofFirstCase('hand-out') },
  { name: 'hand-out', width: 390, scheme: 'dark', reach: ofFirstCase('hand-out') },
  { name: 'pass', width: 1440, scheme: 'dark', reach: ofFirstCase('pass') },
  { name: 'refer', width: 390, scheme: 'light', reach: ofFirstCase('refer') },
  { name: 'refer', width: 1440, scheme: 'dark', reach: ofFirstCase('refer') },
  { name: 'call-back', width: 390, scheme: 'light', reach: ofFirstCase('call-back') },
  { name: 'attention', width: 1440, scheme: 'light', reach: go('/staff/attention') },
  { name: 'passed-in', width: 390, scheme: 'light', reach: go('/staff/passed-in') },
  { name: 'referrals', width: 1440, scheme: 'light', reach: go('/staff/referrals') },
  { name: 'advice', width: 390, scheme: 'light', reach: go('/staff/advice') },
]

/** Who else may send and be sent to, as an administrator sees it. */
export const partnerShots: readonly Shot[] = [
  { name: 'senders', width: 1440, scheme: 'light', reach: go('/staff/admin/senders') },
  { name: 'centres', width: 390, scheme: 'light', reach: go('/staff/admin/centres') },
  { name: 'partners', width: 1440, scheme: 'dark', reach: go('/staff/admin/partners') },
]

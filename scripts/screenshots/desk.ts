import type { Browser, Page } from '@playwright/test'
import { openCase } from '../../e2e/fixtures/desk.ts'
import { people, signIn } from '../../e2e/fixtures/people.ts'
import { caseWorkShots, partnerShots } from './case-work.ts'
import { contactShots } from './contact.ts'
import { insightShots, ownInsightShots } from './insight.ts'
import { go, take, type Shot } from './picture.ts'

async function firstCase(page: Page): Promise<void> {
  await page.goto('/staff')
  await openCase(page, (await referenceOf(page, 0)) ?? '')
}

const referenceOf = (page: Page, row: number) => page.locator('[data-row]').nth(row).getAttribute('data-row')

/** A case of which nobody has said yet why they open it. */
async function askedWhy(page: Page): Promise<void> {
  await page.goto('/staff')
  await page.goto(`/staff/cases/${(await referenceOf(page, 1)) ?? ''}`)
}

async function whoSawFirst(page: Page): Promise<void> {
  await page.goto('/staff')
  await page.goto(`/staff/audit/who?find=${(await referenceOf(page, 0)) ?? ''}`)
}

async function takeOutFirst(page: Page): Promise<void> {
  await page.goto('/staff')
  await page.goto(`/staff/cases/${(await referenceOf(page, 0)) ?? ''}/export`)
}

/** The first officer of the list. */
async function firstOfficer(tab: Page): Promise<void> {
  await tab.goto('/staff/officers')
  const officer = await tab.locator('main table a[href^="/staff/officers/"]').first().getAttribute('href')
  await tab.goto(officer ?? '')
}

async function ownHandover(page: Page): Promise<void> {
  await page.goto('/staff/duty')
  await page.goto(
    `${(await page.getByRole('link', { name: 'See your work' }).getAttribute('href')) ?? ''}/handover`,
  )
}

async function firstAccount(page: Page): Promise<void> {
  await page.goto('/staff/admin')
  await page.locator('main a[href^="/staff/admin/accounts/"]').first().click()
  await page.waitForURL(/accounts\/./)
}

const supervisors: readonly Shot[] = [
  { name: 'queue', width: 1440, scheme: 'light', reach: go('/staff'), windowOnly: true },
  { name: 'queue', width: 1440, scheme: 'dark', reach: go('/staff'), windowOnly: true },
  { name: 'queue', width: 390, scheme: 'light', reach: go('/staff'), windowOnly: true },
  { name: 'case', width: 1440, scheme: 'light', reach: firstCase },
  { name: 'case', width: 390, scheme: 'dark', reach: firstCase },
  { name: 'officers', width: 1440, scheme: 'light', reach: go('/staff/officers'), windowOnly: true },
  { name: 'officer', width: 1440, scheme: 'light', reach: firstOfficer },
  { name: 'gaps', width: 1440, scheme: 'light', reach: go('/staff/officers/gaps') },
  { name: 'training', width: 1440, scheme: 'light', reach: go('/staff/officers/training') },
  { name: 'where-it-goes', width: 1440, scheme: 'dark', reach: go('/staff/officers/preview') },
  { name: 'endings', width: 1440, scheme: 'light', reach: go('/staff/record-types'), windowOnly: true },
  { name: 'audit', width: 1440, scheme: 'light', reach: go('/staff/audit'), windowOnly: true },
  { name: 'asked-why', width: 1440, scheme: 'light', reach: askedWhy },
  { name: 'asked-why', width: 390, scheme: 'dark', reach: askedWhy },
  { name: 'who-saw', width: 1440, scheme: 'light', reach: whoSawFirst },
  { name: 'who-saw', width: 390, scheme: 'light', reach: whoSawFirst },
  { name: 'looking', width: 1440, scheme: 'light', reach: go('/staff/audit/flags') },
  { name: 'sample', width: 1440, scheme: 'light', reach: go('/staff/audit/sample') },
  { name: 'glass-review', width: 1440, scheme: 'light', reach: go('/staff/audit/glass') },
  { name: 'audit-health', width: 1440, scheme: 'dark', reach: go('/staff/audit/health') },
  { name: 'retention', width: 1440, scheme: 'light', reach: go('/staff/retention') },
  { name: 'retention', width: 390, scheme: 'dark', reach: go('/staff/retention') },
  { name: 'export', width: 1440, scheme: 'light', reach: takeOutFirst },
  { name: 'links', width: 390, scheme: 'light', reach: go('/staff/account/links') },
  { name: 'record', width: 1440, scheme: 'light', reach: go('/staff/record'), windowOnly: true },
  { name: 'own-sign-in', width: 390, scheme: 'light', reach: go('/staff/account') },
]

const callHandlers: readonly Shot[] = [
  { name: 'break-glass', width: 390, scheme: 'light', reach: go('/staff/break-glass') },
]

const officers: readonly Shot[] = [
  { name: 'handover', width: 1440, scheme: 'light', reach: ownHandover },
  { name: 'asked', width: 390, scheme: 'light', reach: go('/staff'), windowOnly: true },
  { name: 'duty', width: 1440, scheme: 'light', reach: go('/staff/duty') },
  { name: 'duty', width: 390, scheme: 'dark', reach: go('/staff/duty') },
  { name: 'pattern', width: 390, scheme: 'light', reach: go('/staff/duty/pattern') },
  { name: 'calendar', width: 390, scheme: 'light', reach: go('/staff/duty/calendar') },
]

const administrators: readonly Shot[] = [
  { name: 'accounts', width: 1440, scheme: 'light', reach: go('/staff/admin'), windowOnly: true },
  { name: 'account', width: 1440, scheme: 'dark', reach: firstAccount },
  { name: 'invitations', width: 390, scheme: 'light', reach: go('/staff/admin/invitations') },
  { name: 'roles', width: 1440, scheme: 'light', reach: go('/staff/admin/roles'), windowOnly: true },
]

const strangers: readonly Shot[] = [
  { name: 'sign-in', width: 390, scheme: 'light', reach: go('/staff/sign-in') },
  { name: 'sign-in', width: 1440, scheme: 'dark', reach: go('/staff/sign-in'), windowOnly: true },
]

/** The desk as a supervisor, an officer, an administrator and a call handler see it, and the door of it. */
export async function deskPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const shot of strangers) await take(browser, origin, folder, shot)
  const of = [
    [people.supervisor, [...supervisors, ...contactShots, ...caseWorkShots, ...insightShots]],
    [people.officer, [...officers, ...ownInsightShots]],
    [people.administrator, [...administrators, ...partnerShots]],
    [people['call-handler'], callHandlers],
  ] as const
  for (const [email, shots] of of) {
    const storageState = await signedIn(browser, origin, email)
    for (const shot of shots) await take(browser, origin, folder, shot, { storageState })
  }
}

async function signedIn(browser: Browser, origin: string, email: string) {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await signIn(page, email)
  await page.waitForURL(/\/staff(\/admin|\/officers)?$/)
  const storageState = await context.storageState()
  await context.close()
  return storageState
}

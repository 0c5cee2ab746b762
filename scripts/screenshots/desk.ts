import type { Browser, Page } from '@playwright/test'
import { openCase } from '../../e2e/fixtures/desk.ts'
import { people, signIn } from '../../e2e/fixtures/people.ts'
import { take, type Shot } from './picture.ts'

const go = (path: string) => async (page: Page) => {
  await page.goto(path)
}

async function firstCase(page: Page): Promise<void> {
  await page.goto('/staff')
  const reference = await page.locator('[data-row]').first().getAttribute('data-row')
  await openCase(page, reference ?? '')
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
  { name: 'audit', width: 1440, scheme: 'light', reach: go('/staff/audit'), windowOnly: true },
  { name: 'record', width: 1440, scheme: 'light', reach: go('/staff/record'), windowOnly: true },
  { name: 'own-sign-in', width: 390, scheme: 'light', reach: go('/staff/account') },
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

/** The desk as a supervisor and an administrator see it, and the door of it. */
export async function deskPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const shot of strangers) await take(browser, origin, folder, shot)
  const of = [
    [people.supervisor, supervisors],
    [people.administrator, administrators],
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

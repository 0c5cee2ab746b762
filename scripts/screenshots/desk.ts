import type { Browser, Page } from '@playwright/test'
import { people, signIn } from '../../e2e/fixtures/people.ts'
import { take, type Shot } from './picture.ts'

const go = (path: string) => async (page: Page) => {
  await page.goto(path)
}

async function firstCase(page: Page): Promise<void> {
  await page.goto('/staff')
  const reference = await page.locator('[data-row]').first().getAttribute('data-row')
  await page.goto(`/staff/cases/${reference ?? ''}`)
}

const shots: readonly Shot[] = [
  { name: 'queue', width: 1440, scheme: 'light', reach: go('/staff'), windowOnly: true },
  { name: 'queue', width: 1440, scheme: 'dark', reach: go('/staff'), windowOnly: true },
  { name: 'queue', width: 390, scheme: 'light', reach: go('/staff'), windowOnly: true },
  { name: 'case', width: 1440, scheme: 'light', reach: firstCase },
  { name: 'case', width: 390, scheme: 'dark', reach: firstCase },
  { name: 'officers', width: 1440, scheme: 'light', reach: go('/staff/officers'), windowOnly: true },
  { name: 'audit', width: 1440, scheme: 'light', reach: go('/staff/audit'), windowOnly: true },
  { name: 'record', width: 1440, scheme: 'light', reach: go('/staff/record'), windowOnly: true },
]

/** The desk as a supervisor sees it. */
export async function deskPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await signIn(page, people.supervisor)
  await page.waitForURL(/\/staff$/)
  const storageState = await context.storageState()
  await context.close()
  for (const shot of shots) await take(browser, origin, folder, shot, { storageState })
}

import type { Browser, Page } from '@playwright/test'
import { scenarios } from '../../e2e/factories/scenarios.ts'
import { playToCheck } from '../../e2e/fixtures/player.ts'
import { take, type Scheme } from './picture.ts'

const [fullest] = scenarios
const answers = { ...fullest?.fields, safeWays: ['text', 'code'] }

const go = (path: string) => async (page: Page) => {
  await page.goto(path)
}

async function toQuestion(page: Page): Promise<void> {
  await page.goto('/report/role')
  await page.locator('[name="role"][value="victim"]').check()
  await page.locator('form[action$="/answer"] button').click()
  await page.waitForURL(/\/what$/)
}

async function withError(page: Page): Promise<void> {
  await page.goto('/report/role')
  await page.locator('form[action$="/answer"] button').click()
  await page.locator('#problem').waitFor()
}

async function toCheck(page: Page): Promise<void> {
  await page.goto('/report/role')
  await playToCheck(page, answers)
}

async function toSent(page: Page): Promise<void> {
  await toCheck(page)
  await page.locator('form[action$="/send"] button').click()
  await page.waitForURL(/\/sent$/)
}

const pages = {
  home: go('/'),
  start: go('/start'),
  emergency: go('/emergency'),
  question: toQuestion,
  error: withError,
  check: toCheck,
  sent: toSent,
  welsh: go('/cy/report/role'),
}

const looks: readonly (readonly [number, Scheme])[] = [
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
]

/** The public side, on a phone in light and dark and on a desk. */
export async function publicPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const [name, reach] of Object.entries(pages)) {
    for (const [width, scheme] of looks) await take(browser, origin, folder, { name, width, scheme, reach })
  }
}

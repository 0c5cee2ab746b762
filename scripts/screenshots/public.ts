import type { Browser, Page } from '@playwright/test'
import { scenarios } from '../../e2e/factories/scenarios.ts'
import { playToCheck } from '../../e2e/fixtures/player.ts'
import { go, take, type Scheme } from './picture.ts'

const [fullest] = scenarios
const answers = { ...fullest?.fields, safeWays: ['text', 'code'] }

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

/** Files that were added, and one that was refused. */
async function toFiles(page: Page): Promise<void> {
  await toCheck(page)
  await page.goto('/report/files')
  const photograph = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(640_000, 7)])
  await page.locator('#files').setInputFiles([
    { name: 'the wall by the bus stop.jpg', mimeType: 'image/jpeg', buffer: photograph },
    { name: 'setup.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0090\u0000') },
  ])
  await page.locator('form[action*="/add"] button').click()
  await page.locator('#problem').waitFor()
}

async function toAboutYou(page: Page): Promise<void> {
  await toCheck(page)
  await page.goto('/report/about-you')
}

async function toSent(page: Page): Promise<void> {
  await toCheck(page)
  await page.locator('form[action$="/send"] button').click()
  await page.waitForURL(/\/sent$/)
}

const phone = [390, 'light'] as const
const phoneAtNight = [390, 'dark'] as const
const desktop = [1280, 'light'] as const

type Look = readonly [width: number, scheme: Scheme]

const pages: readonly (readonly [string, (page: Page) => Promise<void>, readonly Look[]])[] = [
  ['home', go('/'), [phone, phoneAtNight]],
  ['start', go('/start'), [phone]],
  ['emergency', go('/emergency'), [phone]],
  ['question', toQuestion, [phone, phoneAtNight, desktop]],
  ['error', withError, [phone, phoneAtNight]],
  ['about-you', toAboutYou, [phone]],
  ['check', toCheck, [phone, desktop]],
  ['files', toFiles, [phone, phoneAtNight]],
  ['sent', toSent, [phone, phoneAtNight]],
  ['welsh', go('/cy/report/role'), [phone]],
]

/** The public side, on a phone by day and by night and on a desktop. */
export async function publicPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const [name, reach, looks] of pages) {
    for (const [width, scheme] of looks) await take(browser, origin, folder, { name, width, scheme, reach })
  }
}

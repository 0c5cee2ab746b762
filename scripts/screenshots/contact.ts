import type { Browser, Page } from '@playwright/test'
import { sendReport } from '../../e2e/fixtures/send-journey.ts'
import { scenarios } from '../../e2e/factories/scenarios.ts'
import { openCase } from '../../e2e/fixtures/desk.ts'
import { playToCheck } from '../../e2e/fixtures/player.ts'
import { go, take, type Shot } from './picture.ts'

const plain = scenarios.find(
  ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
)

/** Sends a request and comes back with its code. */
async function comeBack(page: Page): Promise<void> {
  await page.goto('/liaison/reason')
  await playToCheck(page, plain?.fields ?? {})
  await page.getByRole('button', { name: /send/i }).click()
  const code = page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).first()
  const typed = await code.innerText()
  await page.goto('/follow-up')
  await page.locator('[name="code"]').fill(typed)
  await page.getByRole('main').getByRole('button').first().click()
  await page.locator('[name="message"]').waitFor()
}

/** Comes back with the code and goes on to a page behind it. */
const behindCode =
  (path = '/status') =>
  async (page: Page) => {
    await comeBack(page)
    await page.goto(`/follow-up${path}`)
  }

async function danger(page: Page): Promise<void> {
  await comeBack(page)
  await page.locator('[name="message"]').fill('He is outside my house.')
  await page.locator('[name="danger"][value="yes"]').check()
  await page.locator('form[action$="/message"] button').click()
  await page.getByRole('main').getByRole('link', { name: /999/ }).first().waitFor()
}

/** What somebody sees who comes back: on a phone, by day and by night. */
const returning: readonly Shot[] = [
  { name: 'follow-up', width: 390, scheme: 'light', reach: behindCode() },
  { name: 'follow-up', width: 390, scheme: 'dark', reach: behindCode() },
  { name: 'follow-up', width: 1280, scheme: 'light', reach: behindCode() },
  { name: 'danger', width: 390, scheme: 'light', reach: danger },
  { name: 'change-contact', width: 390, scheme: 'light', reach: behindCode('/contact/how') },
  { name: 'not-agreed', width: 390, scheme: 'light', reach: behindCode('/not-agreed') },
  { name: 'withdraw', width: 390, scheme: 'dark', reach: behindCode('/withdraw') },
  { name: 'lost-code', width: 390, scheme: 'light', reach: go('/follow-up/lost') },
]

const evenings = {
  ...{ contactChoice: 'plan', safeWays: ['text'], contactWhen: 'only-at', maySay: 'neutral' },
  ...{ contactHours: ['18-20', '20-22'], returnCode: 'yes' },
}

/** A case of somebody who may be sent a text without a word of the police, in the evening and no other way. */
async function evening(page: Page): Promise<void> {
  await openCase(page, await sendReport(page, evenings))
}

async function stopped(page: Page): Promise<void> {
  await evening(page)
  await page.getByText('Write a text or an e-mail').click()
  const letter = 'form[action$="/letter"]'
  await page.locator(`${letter} textarea`).fill('Hello from the police, about what he said to you.')
  await page.locator(`${letter} button`).click()
  await page.locator('[data-found-words]').waitFor()
  await page.locator(letter).scrollIntoViewIfNeeded()
}

async function several(page: Page): Promise<void> {
  await page.goto('/staff')
  const ticks = page.locator('[data-row] input[type="checkbox"]')
  await ticks.nth(0).check()
  await ticks.nth(1).check()
  await page.locator('details[data-several]').locator('summary').click()
}

async function palette(page: Page): Promise<void> {
  await evening(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('message')
}

/** What the desk has for it. */
export const contactShots: readonly Shot[] = [
  { name: 'not-safe', width: 1440, scheme: 'light', reach: evening },
  { name: 'not-safe', width: 390, scheme: 'light', reach: evening, windowOnly: true },
  { name: 'stopped-text', width: 1440, scheme: 'dark', reach: stopped, windowOnly: true },
  { name: 'stopped-text', width: 390, scheme: 'light', reach: stopped, windowOnly: true },
  { name: 'several', width: 1440, scheme: 'light', reach: several, windowOnly: true },
  { name: 'palette', width: 1440, scheme: 'light', reach: palette, windowOnly: true },
  { name: 'words', width: 1440, scheme: 'light', reach: go('/staff/words') },
  { name: 'letters', width: 390, scheme: 'light', reach: go('/staff/account') },
]

/** The pages behind the return code. */
export async function returningPictures(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const shot of returning) await take(browser, origin, folder, shot)
}

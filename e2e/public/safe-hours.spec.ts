import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { fillStep, goOn } from '../fixtures/player'
import { answerJourney, sendJourney } from '../fixtures/send-journey'
import type { FieldValues } from '@/lib/journey/view'

const days: FieldValues = {
  ...{
    reason: ['advice'],
    district: 'broxbourne',
    contactChoice: 'plan',
    safeWays: ['call', 'email'],
    phone: '07700 900461',
  },
  ...{ email: 'sam@example.test', contactWhen: 'only-at', contactDays: ['mon', 'wed'], returnCode: 'no' },
  ...{ contactTimes: 'do not call between 3 and 5', ifSomeoneElse: 'hang-up' },
}
const noHour = 'You ticked no hour that is safe. So we will not call you or email you'

test('whoever ticks days and no hour is told, before and after sending, that nobody will ring', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(await answerJourney(page, 'liaison', days))
  await expect(page.getByText(noHour)).toBeVisible()
  await expect(page.getByText('We wait for you to contact us.', { exact: false })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Tick hours that are safe' }).click()
  await expect(page).toHaveURL(/\/liaison\/hours$/u)
  await goOn(page)
  await expect(page).toHaveURL(/\/liaison\/check$/u)
  await page.locator('form[action$="/check/send"] button').click()
  await expect(page).toHaveURL(/\/liaison\/sent$/u)
  await expect(page.getByText(noHour)).toBeVisible()
  await expect(page.getByText('will contact you by', { exact: false })).toHaveCount(0)
  if (javaScriptEnabled) await expectAccessible(page)
})

test('whoever may be reached in four days at the earliest is told so, before and after sending', async ({
  page,
  javaScriptEnabled,
}) => {
  const inFourDays = new Date(Date.now() + 4 * 86_400_000)
  const name = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat('en-GB', { weekday, timeZone: 'Europe/London' }).format(inFourDays)
  const fields = {
    ...days,
    // High risk is promised within a day by the clock, whatever day it is.
    reason: ['sexual'],
    ...{ contactDays: [name('short').toLowerCase()], contactHours: ['10-12'], contactTimes: '' },
  }
  await page.goto(await answerJourney(page, 'liaison', fields))
  const begins = page.getByText(`The first of the times you gave begins on ${name('long')}`)
  await expect(begins).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
  await page.locator('form[action$="/check/send"] button').click()
  await expect(page).toHaveURL(/\/liaison\/sent$/u)
  await expect(begins).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
})

test('whoever wants a reason given is asked for it, and keeps what they typed', async ({
  page,
  javaScriptEnabled,
}) => {
  await answerJourney(page, 'liaison', days)
  await page.goto('/liaison/say')
  await fillStep(page, { ifSomeoneElse: 'reason', mustNotKnowWho: 'My manager' })
  await goOn(page)
  const asked = page.getByText('Write the reason we should give', { exact: false })
  await expect(asked.first()).toBeVisible()
  await expect(page).toHaveURL(/\/liaison\/say(?:#problem)?$/u)
  await expect(page.locator('[name="ifSomeoneElse"][value="reason"]')).toBeChecked()
  await expect(page.locator('[name="mustNotKnowWho"]')).toHaveValue('My manager')
  if (javaScriptEnabled) await expectAccessible(page)
  await fillStep(page, { coverStory: 'calling about the parcel' })
  await goOn(page)
  await expect(page).toHaveURL(/\/liaison\/check$/u)
})

/** Sends a request and opens it with its code. */
async function comeBack(page: Page, answers: FieldValues): Promise<void> {
  // At high risk a contact is promised whoever is on duty.
  await sendJourney(page, 'liaison', { ...days, reason: ['sexual'], returnCode: 'yes', ...answers })
  const code = page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/u).first()
  const typed = await code.innerText()
  await page.goto('/follow-up')
  await page.locator('[name="code"]').fill(typed)
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page).toHaveURL(/\/follow-up\/status$/u)
}

test('whoever ticked no hour reads with their code that it is read, and of no contact', async ({ page }) => {
  await comeBack(page, {})
  await expect(page.getByRole('main').getByText('We aim to read it and decide what to do by')).toBeVisible()
  await expect(page.getByRole('main').getByText('will contact you by')).toHaveCount(0)
})

test('whoever is promised a contact reads with their code that it is in the hours they gave, if any', async ({
  page,
}) => {
  await comeBack(page, { contactWhen: 'any-time', contactDays: [], contactTimes: '' })
  const promised = page.getByRole('main').getByText('will contact you by')
  await expect(promised).toHaveCount(1)
  await expect(promised).toContainText(
    'If you said so and ticked no hour, we use only post or a message here',
  )
})

test('a reason that is missing and words that are too long are pointed out at once', async ({
  page,
  javaScriptEnabled,
}) => {
  const mustNotKnowWho = 'b'.repeat(60_000)
  await answerJourney(page, 'liaison', days)
  await page.goto('/liaison/say')
  await fillStep(page, { ifSomeoneElse: 'reason', mustNotKnowWho })
  await goOn(page)
  const wrong = page.locator('#problem a[href^="#"]')
  await expect(wrong).toHaveCount(2)
  await expect(page.locator('#problem a[href="#coverStory"]')).toBeVisible()
  await expect(page.locator('#problem a[href="#mustNotKnowWho"]')).toContainText('500')
  await expect(page.locator('[name="mustNotKnowWho"]')).toHaveValue(mustNotKnowWho)
  if (javaScriptEnabled) await expectAccessible(page)
  await fillStep(page, { coverStory: 'calling about the parcel', mustNotKnowWho: 'My manager' })
  await goOn(page)
  await expect(page).toHaveURL(/\/liaison\/check$/u)
})

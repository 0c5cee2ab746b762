import { expect, test, type Page } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { expectAccessible } from '../fixtures/axe'
import { answerStep, playToCheck } from '../fixtures/player'
import { answerJourney, sendJourney, sendRequest } from '../fixtures/send-journey'

const reference = { report: /^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/, liaison: /^LR-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }

/** From the first page, past the question about danger, to the first step of a journey. */
async function enter(page: Page, journey: 'report' | 'liaison'): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: /nobody is in danger/i }).click()
  await expect(page).toHaveURL(/\/start$/)
  const door = journey === 'report' ? /without giving my name/i : /liaison officer/i
  await page.getByRole('main').getByRole('link', { name: door }).first().click()
  await expect(page).toHaveURL(new RegExp(`/${journey}/`))
}

/** Pages as they were looked at in this process: the same questions in the same place are not looked at again. */
const lookedAt = new Set<string>()

/** What of a page makes it another one: its address, and what there is to answer with. */
const kindOf = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const controls = [...main.querySelectorAll('input, textarea, select, button')]
    const named = controls.map((one) => `${one.tagName} ${one.getAttribute('name') ?? ''} ${one.id}`)
    return [location.pathname, ...named].join('\n')
  })

for (const scenario of scenarios) {
  test(`${scenario.journey}: ${scenario.name}`, async ({ page, javaScriptEnabled }) => {
    const check = async () => {
      if (!javaScriptEnabled) return
      const kind = await kindOf(page)
      if (lookedAt.has(kind)) return
      await expectAccessible(page)
      lookedAt.add(kind)
    }
    await enter(page, scenario.journey)
    await playToCheck(page, scenario.fields, check)
    await check()
    await page.getByRole('button', { name: /send/i }).click()

    await expect(page).toHaveURL(new RegExp(`/${scenario.journey}/sent$`))
    await expect(page.getByText(reference[scenario.journey]).first()).toBeVisible()
    await check()
  })
}

test('the questions about the person come after sending and can be left alone or answered', async ({
  page,
  javaScriptEnabled,
}) => {
  const [, anonymous] = scenarios
  if (anonymous === undefined) throw new Error('There is no second scenario.')
  const shown = await sendJourney(page, 'report', anonymous.fields)

  await page.goto('/equality/about-you')
  if (javaScriptEnabled) await expectAccessible(page)
  await page.locator('[name="ageGroup"][value="25-34"]').check()
  await page.getByRole('button', { name: /continue/i }).click()
  await expect(page).toHaveURL(/\/equality\/background$/)
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('button', { name: /continue/i }).click()
  await expect(page).toHaveURL(/\/report\/sent$/)
  await expect(page.getByText(shown).first()).toBeVisible()
})

test('a return code opens the follow-up, in any spelling, and a wrong one is told so kindly', async ({
  page,
  javaScriptEnabled,
}) => {
  const shown = await sendRequest(page)
  const code = await page
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    .first()
    .innerText()

  await page.goto('/liaison/reason')
  await expect(page.getByText('You have already sent this.')).toBeVisible()
  await page.getByRole('link', { name: 'See the confirmation' }).click()
  await page.getByRole('button', { name: 'Hide the code now' }).click()
  await expect(page).toHaveURL(/\/liaison\/sent$/)
  await expect(page.getByText(shown).first()).toBeVisible()
  await expect(page.getByText(code)).toHaveCount(0)

  await page.goto('/follow-up')
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  await page.locator('[name="code"]').fill(wrong)
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page.locator('#problem')).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
  expect(page.url()).not.toContain(code.slice(0, 4))

  await page.locator('[name="code"]').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page.getByText(shown).first()).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
  expect(page.url()).not.toContain(code.slice(0, 4))
})

test('answers can be changed from the check page, and an abandoned branch is not sent', async ({ page }) => {
  const [, , behalf] = scenarios
  if (behalf === undefined) throw new Error('There is no third scenario.')
  await page.goto(await answerJourney(page, 'report', behalf.fields))
  await expect(page.getByText('@somebody')).toBeVisible()

  await page.goto('/report/where')
  await answerStep(page, { placeKind: 'park' })
  await playToCheck(page, { ...behalf.fields, placeKind: 'park' })
  await expect(page.getByText('@somebody')).toHaveCount(0)
})

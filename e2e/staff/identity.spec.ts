import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { openCase, sayWhy, test } from '../fixtures/desk'
import { answerJourney, sendJourney } from '../fixtures/send-journey'
import { auditOf } from '../factories/staff-accounts'

interface Told {
  readonly reference: string
  readonly words: string
  readonly name: string
}

/** Sends a report of somebody who tells who they are, and is shown it before sending. */
async function tell(page: Page, mayKnow: string): Promise<Told> {
  const words = `Quince ${String(Date.now())}`
  const name = `Medlar ${String(Date.now())}`
  const check = await answerJourney(page, 'report', {
    ...{ role: 'victim', whatHappened: ['abuse'], placeKind: 'online', district: 'stevenage' },
    ...{ contactChoice: 'code-only', identityWords: words, previousName: name, mayKnow },
  })
  await page.goto('/report/about-you')
  await expect(page).toHaveTitle(/^About you/)
  await page.goto(check)
  await expect(page.getByText(words)).toBeVisible()
  await page.getByRole('button', { name: /send/i }).click()
  const reference = await page
    .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
  return { reference, words, name }
}

const show = (page: Page) => page.getByRole('button', { name: 'Show what they said' })

/** Neither the page nor what is behind it holds the words. */
async function expectHidden(page: Page, { reference, words, name }: Told): Promise<void> {
  const answers = [
    await page.request.get(`/staff/cases/${reference}`),
    await page.request.get(`/staff/cases/${reference}`, { headers: { rsc: '1' } }),
    await page.request.get('/staff'),
  ]
  for (const answer of answers) {
    const text = await answer.text()
    for (const secret of [words, name]) expect(text).not.toContain(secret)
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('who somebody is stays hidden until a reason is given, is shown once, and is recorded', async ({
      page,
      enter,
    }) => {
      const told = await tell(page, 'those-who-need-it')
      const supervisor = await enter('supervisor', { provedMinutesAgo: 11 })
      await openCase(page, told.reference)
      await expect(page.getByText('Given. Hidden until you ask, with a reason.')).toBeVisible()
      await expect(page.getByText('They said that anybody in the team who needs it')).toBeVisible()
      await expectHidden(page, told)
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByLabel('To be in touch with them safely').check()
      await show(page).click()
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await sayWhy(page)
      await expect(page.getByLabel('To be in touch with them safely')).toBeChecked()
      expect(await auditOf(supervisor)).not.toContain('identity-revealed')
      await show(page).click()
      await expect(page.getByText(told.words)).toBeVisible()
      await expect(page.getByText(told.name)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await auditOf(supervisor)).toContain('identity-revealed')
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText(told.words)).toBeHidden()
      await page.emulateMedia({ media: 'screen' })

      await openCase(page, told.reference)
      await expect(page.getByText(told.words)).toBeHidden()
      await expectHidden(page, told)
    })
  })
}

test('what the person wished is kept to: nobody yet leaves danger and their own asking', async ({
  page,
  enter,
}) => {
  const told = await tell(page, 'nobody-yet')
  const supervisor = await enter('supervisor')
  await openCase(page, told.reference)
  await expect(page.getByText('ask them first')).toBeVisible()
  await expect(page.getByLabel('To be in touch with them safely')).toBeHidden()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  // A form made by hand says another reason.
  const forged = await page.request.post(`/staff/cases/${told.reference}/identity`, {
    form: { reason: 'record-check' },
    headers: { origin: new URL(page.url()).origin },
  })
  expect(await forged.text()).not.toContain(told.words)
  expect(await auditOf(supervisor)).not.toContain('identity-revealed')
  await openCase(page, told.reference)
  await page.getByLabel('The person asked me to look').check()
  await show(page).click()
  await expect(page.getByText(told.words)).toBeVisible()
})

test('whoever told nothing has nothing hidden', async ({ page, enter }) => {
  const fields = { role: 'victim', whatHappened: ['abuse'], placeKind: 'online', contactChoice: 'code-only' }
  const reference = await sendJourney(page, 'report', fields)
  await enter('supervisor')
  await openCase(page, reference)
  await expect(page.getByRole('heading', { name: reference })).toBeVisible()
  await expect(show(page)).toBeHidden()
})

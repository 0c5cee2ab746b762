import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { giveCalm } from '../factories/calm-case'
import { awake } from '../fixtures/awake'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'

const rowOf = (page: Page, reference: string) => page.locator(`[data-row="${reference}"]`)
const severalForm = (page: Page) => page.locator('details[data-several]')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('ticked cases are put off one by one, and each is told of', async ({ page, enter }) => {
      test.setTimeout(240_000)
      const [one, other] = [await ownCase(page), await ownCase(page)]
      const me = await enter('supervisor')
      for (const reference of [one, other]) await giveCalm(reference, me)
      await page.goto('/staff?holder=mine&fresh=yes')
      await expect(rowOf(page, one)).toContainText('New')
      for (const reference of [one, other]) await page.getByLabel(`Tick ${reference}`).check()
      await severalForm(page).locator('summary').click()
      if (javaScriptEnabled) await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('button', { name: 'Put them off' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Something is missing')
      await expect(page.getByLabel(`Tick ${one}`)).toBeChecked()
      await page.getByLabel('Why it is put off').selectOption('other-work')
      await page.getByLabel('For how long').selectOption('two-hours')
      await page.getByRole('button', { name: 'Put them off' }).click()
      await expect(page.getByRole('heading', { name: '2 cases were put off' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.reload()
      await expect(page.getByRole('link', { name: one })).toBeVisible()

      await page.getByRole('link', { name: 'Back to the queue' }).click()
      await expect(rowOf(page, one)).toHaveCount(0)
      await page.getByRole('link', { name: '2 put off' }).click()
      await expect(rowOf(page, other)).toBeVisible()
      await page.getByLabel(`Tick ${other}`).check()
      await severalForm(page).locator('summary').click()
      await page.getByRole('button', { name: 'Back to my queue' }).click()
      await expect(page.getByRole('heading', { name: '1 case is back in your queue' })).toBeVisible()

      await openCase(page, one)
      await page
        .locator('summary')
        .filter({ hasText: /^Put off$/ })
        .click()
      await expect(page.getByText(/^Out of your queue until .*: Other work comes first\.$/)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto('/staff?holder=mine')
      await expect(rowOf(page, other)).toBeVisible()
      await expect(rowOf(page, one)).toHaveCount(0)
    })

    test('a view of the queue is kept, opened, renamed and removed', async ({ page, enter }) => {
      await enter('triager')
      await page.goto('/staff?risk=low')
      await page.getByText('Keep this view').click()
      await page.getByLabel('Name', { exact: true }).fill('The quiet ones')
      await page.getByRole('button', { name: 'Keep it' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'The view is kept' })).toBeVisible()
      await page.goto('/staff/help')
      await page.getByRole('link', { name: 'The quiet ones' }).click()
      await expect(page).toHaveURL(/\/staff\?risk=low$/)
      await page.getByRole('link', { name: 'Change my views' }).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 700 })
      await expectNoSidewaysScroll(page)
      await page.getByLabel('New name for The quiet ones').fill('Low')
      await page.getByRole('button', { name: 'Rename The quiet ones' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'new name' })).toBeVisible()
      await page.getByRole('button', { name: 'Remove Low' }).click()
      await expect(page.getByText('You keep no view yet')).toBeVisible()
    })

    test('a message begins from a text, in the language they used first, below what is written', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await ownCase(page)
      await enter('supervisor')
      await openCase(page, reference)
      await page.getByText('Send a message they can read').click()
      const form = page.locator('form[action$="/message"]')
      await form.getByRole('textbox').fill('Dear you,')
      await form.getByLabel('Start from a text').selectOption({ label: 'We have your message' })
      await form.getByRole('button', { name: 'Put it in the box' }).click()
      await expect(form.getByRole('textbox')).toHaveValue(/^Dear you,\s+Thank you for your message/)
      if (javaScriptEnabled) await expectAccessible(page)
      await form.getByRole('button', { name: 'Leave the message' }).click()
      await expect(page.locator('[data-message="staff"]')).toContainText('Thank you for your message')
    })

    test('keys are turned off and on again', async ({ page, enter }) => {
      await enter('supervisor')
      await page.goto('/staff/help')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Turn keys off' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Keys are off.' })).toBeVisible()
      if (javaScriptEnabled) {
        await page.goto('/staff')
        await awake(page)
        await page.keyboard.press('?')
        await page.keyboard.press('Control+k')
        await expect(page).toHaveURL(/\/staff$/)
        await expect(page.getByRole('dialog')).toHaveCount(0)
        await page.goto('/staff/help')
      }
      await page.getByRole('button', { name: 'Turn keys on' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Keys are on.' })).toBeVisible()
    })
  })
}

test('keys go to sections, tick a case, and find anything on the page by its name', async ({
  page,
  enter,
}) => {
  test.setTimeout(180_000)
  const reference = await ownCase(page)
  // In a queue that nobody else changes meanwhile.
  await giveCalm(reference, await enter('supervisor'))
  await page.goto('/staff?holder=mine')
  await awake(page)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(rowOf(page, reference).getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/holder=nobody$/)

  await openCase(page, reference)
  await awake(page)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Where to, or what to do?' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('combobox').fill('send message')
  await expect(dialog.getByRole('option').first()).toHaveText('Send a message they can read with their code')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('#message-text')).toBeVisible()

  await page.keyboard.press('Control+k')
  await dialog.getByRole('combobox').fill('no such thing')
  await expect(dialog.getByText('Nothing here is called that.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+k')
  await dialog.getByRole('combobox').fill('help')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/staff\/help$/)
})

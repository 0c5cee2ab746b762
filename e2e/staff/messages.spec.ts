import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { comeBack } from '../fixtures/come-back'

async function write(page: Page, text: string): Promise<void> {
  await page.locator('[name="message"]').fill(text)
  await page.locator('form[action$="/message"] button').click()
}

for (const javaScriptEnabled of [true, false]) {
  test(`a conversation by return code, ${javaScriptEnabled ? 'with' : 'without'} JavaScript on the phone`, async ({
    page: desk,
    enter,
    browser,
  }) => {
    const { page, reference } = await comeBack(browser, javaScriptEnabled)
    const { name } = await enter('supervisor')
    if (javaScriptEnabled) await expectAccessible(page)
    await write(page, 'Could we talk on Friday?\nI am free after four.')
    await expect(page).toHaveURL(/\/follow-up\/status\?sent=yes#messages$/)
    await expect(page.getByText('I am free after four.')).toBeVisible()
    await expectNoSidewaysScroll(page)

    await desk.goto(`/staff?find=${reference}`)
    await expect(desk.locator(`[data-row="${reference}"]`)).toContainText(/message waiting/i)
    await openCase(desk, reference)
    await expect(desk.locator('[data-message="reporter"]')).toContainText('I am free after four.')
    await desk.getByText(/send a message they can read/i).click()
    const form = desk.locator('form[action$="/message"]')
    await form.locator('textarea').fill('Friday at five is fine.')
    await expectAccessible(desk)
    await form.getByRole('button', { name: 'Leave the message' }).click()
    await expect(desk.locator('[data-message="staff"]')).toContainText('Friday at five is fine.')
    await expectAccessible(desk)
    await desk.goto(`/staff?find=${reference}`)
    await expect(desk.locator(`[data-row="${reference}"]`)).toBeVisible()
    await expect(desk.locator(`[data-row="${reference}"]`)).not.toContainText(/message waiting/i)

    await page.goto('/follow-up/status')
    await expect(page.locator('[data-message="staff"]')).toContainText('Friday at five is fine.')
    await expect(page.getByText(name)).toHaveCount(0)
    if (javaScriptEnabled) await expectAccessible(page)
    await page.request.get('/exit', { maxRedirects: 0 })
    await page.goto('/follow-up/status')
    await expect(page).toHaveURL(/\/follow-up$/)
    await expect(page.getByText('Friday at five is fine.')).toHaveCount(0)
    await page.context().close()
  })
}

test('a message that cannot be taken is said so in words, and what was typed is still there', async ({
  browser,
}) => {
  const { page } = await comeBack(browser, true)
  await write(page, '   ')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectAccessible(page)
  await write(page, `${'Long. '.repeat(700)}The end.`)
  await expect(page.getByRole('alert').first()).toContainText('4,000')
  await expect(page.locator('[name="message"]')).toHaveValue(/The end\.$/)
  const foreign = await page.request.post('/follow-up/message', {
    form: { message: 'Not from here' },
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(foreign.status()).toBe(403)
  await write(page, 'Short.')
  await expect(page.locator('[data-message="reporter"]')).toHaveCount(1)
  await expect(page.locator('[name="message"]')).toHaveValue('')
  await page.context().close()
})

test('a message to somebody who wrote meanwhile is refused once, and what was written is kept', async ({
  page: desk,
  enter,
  browser,
}) => {
  const { page, reference } = await comeBack(browser, true)
  await enter('supervisor')
  await openCase(desk, reference)
  // Begun before the other writes: a page that nobody is at shows by itself what is new.
  await desk.getByText(/send a message they can read/i).click()
  const form = desk.locator('form[action$="/message"]')
  await form.locator('textarea').fill('Written too early.')
  await write(page, 'One more thing.')
  await expect(page.locator('[data-message="reporter"]')).toContainText('One more thing.')
  await form.getByRole('button', { name: 'Leave the message' }).click()
  await expect(desk.getByRole('alert').first()).toBeVisible()
  await expect(desk.locator('[data-message="reporter"]')).toContainText('One more thing.')
  await expect(form.locator('textarea')).toHaveValue('Written too early.')
  await form.getByRole('button', { name: 'Leave the message' }).click()
  await expect(desk.locator('[data-message="staff"]')).toContainText('Written too early.')
  await page.context().close()
})

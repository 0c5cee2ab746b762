import { expect, type Page } from '@playwright/test'
import { ageSessions } from '../factories/staff-accounts'
import { openCase, test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'

const note = 'Rang at ten, no answer.'

async function typeNote(page: Page, reference: string): Promise<void> {
  await openCase(page, reference)
  await expect(page.locator('[data-watching="true"]')).toBeAttached()
  await page.getByText('Add a note').click()
  await page.getByLabel('Note', { exact: true }).pressSequentially(note)
}

/** What the browser asks from now on, each answered by staying. */
function asked(page: Page): string[] {
  const kinds: string[] = []
  page.on('dialog', (dialog) => {
    kinds.push(dialog.type())
    void dialog.dismiss()
  })
  return kinds
}

test('words in a field are asked about before a link or another form takes them away, and not when their own form is sent', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page)
  await enter('supervisor')
  await typeNote(page, reference)
  const questions = asked(page)
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML/u.test(message.text())) violations.push(message.text())
  })
  await page.getByRole('link', { name: 'Help' }).click({ noWaitAfter: true })
  await expect.poll(() => questions).toEqual(['beforeunload'])
  await page.getByRole('button', { name: 'Sign out' }).click({ noWaitAfter: true })
  await expect.poll(() => questions).toEqual(['beforeunload', 'beforeunload'])
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue(note)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page).toHaveURL(/done=note/)
  expect(questions).toHaveLength(2)
  await page.getByRole('link', { name: 'Help' }).click()
  await expect(page).toHaveURL(/help/)
  expect(questions).toHaveLength(2)
  expect(violations).toEqual([])
})

test('the page of signing in says that what was sent too late is kept, and only then', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page)
  const account = await enter('supervisor')
  await typeNote(page, reference)
  await ageSessions(account, 16)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('What you wrote is kept. Sign in and it is back in its form.')).toBeVisible()
  await page.goto('/staff/help')
  await expect(page.getByText('You were signed out.')).toBeVisible()
  await expect(page.getByText('What you wrote is kept.')).toBeHidden()
})

import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'
import { asOwner, auditOf } from '../factories/staff-accounts'

/** What a test proposed is taken away, whatever became of it: other tests count what there is. */
async function forget(label: string): Promise<void> {
  await asOwner(async (database) => {
    const named = `SELECT id FROM record_type WHERE labels->>'en' = $1`
    await database.query(`UPDATE "case" SET record_type_id = NULL WHERE record_type_id IN (${named})`, [
      label,
    ])
    await database.query(`DELETE FROM record_type WHERE labels->>'en' = $1`, [label])
  })
}

const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()])

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const label = `Logged for a trial ${javaScriptEnabled ? 'one' : 'two'}`

    test.afterEach(() => forget(label))

    test('a way to end cases is proposed by one, approved by another, and takes out what was said about the person complained of', async ({
      page,
      context,
      enter,
    }) => {
      await context.clearCookies()
      const reference = await sendReport(page, { suspect: ['neighbour'], suspectWords: 'One has a red coat' })
      await context.clearCookies()
      await enter('supervisor')
      await page.goto('/staff/record-types')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('What staff choose').fill(label)
      await page.getByLabel('What was said about the person complained of is taken out.').check()
      await page.getByLabel('First day').fill('2020-01-01')
      await page.getByLabel('Why it changes').fill('The new national rules')
      await page.locator('form[action$="/propose"]').evaluate((form) => {
        ;(form as HTMLFormElement).noValidate = true
      })
      await press(page, 'Propose')
      await expect(page.getByRole('alert').first()).toContainText('a day that has gone by')
      await expect(page.getByLabel('First day')).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByLabel('What staff choose')).toHaveValue(label)
      await page.getByLabel('First day').fill(today())
      await press(page, 'Propose')
      await expect(page.getByText('Proposed. Another supervisor decides.')).toBeVisible()
      const proposed = page.locator('[data-proposed]').filter({ hasText: label })
      await expect(proposed).toContainText('You proposed this.')
      await expect(proposed.getByRole('button')).toHaveText(['Take it back'])

      await context.clearCookies()
      const decider = await enter('supervisor')
      await page.goto('/staff/record-types')
      await expect(proposed).toContainText('The new national rules')
      await Promise.all([
        page.waitForEvent('load'),
        proposed.getByRole('button', { name: 'Approve' }).click(),
      ])
      await expect(page.getByText('Approved. It holds from its first day.')).toBeVisible()
      await page.goto('/staff/record-types?on=2019-12-31')
      await expect(page.locator('[data-ending]').filter({ hasText: label })).toContainText(
        'Not offered on this day',
      )

      await openCase(page, reference)
      await expect(page.getByText('One has a red coat')).toBeVisible()
      const form = page.locator('form[action$="/close"]')
      await page.locator('details').filter({ has: form }).locator('summary').click()
      await form.locator('select').selectOption({ label })
      await form.locator('textarea').fill('Nothing follows')
      await Promise.all([page.waitForEvent('load'), form.getByRole('button').click()])
      await expect(page.getByText(label).first()).toBeVisible()
      await openCase(page, reference)
      await expect(page.getByText('One has a red coat')).toHaveCount(0)
      await expect(page.getByText(/^Taken out on /).first()).toBeVisible()
      await expect(page.getByText('took out what was said about the person complained of')).toBeVisible()
      expect(await auditOf(decider)).toEqual(
        expect.arrayContaining(['record-type-approved', 'minimising', 'closed', 'minimised']),
      )
    })
  })
}

test('a risk is asked about before anything is taken out', async ({ page, context, enter }) => {
  await context.clearCookies()
  const reference = await sendReport(page, { suspect: ['neighbour'], suspectWords: 'One has a red coat' })
  await context.clearCookies()
  await enter('supervisor')
  await openCase(page, reference)
  const form = page.locator('form[action$="/close"]')
  await page.locator('details').filter({ has: form }).locator('summary').click()
  await form.locator('select').selectOption('behaviour-or-intelligence')
  await form.locator('textarea').fill('Passed on')
  await Promise.all([page.waitForEvent('load'), form.getByRole('button').click()])
  await expect(page.getByRole('alert').first()).toContainText('real risk of significant harm')
  await openCase(page, reference)
  await expect(form.locator('textarea')).toHaveValue('Passed on')
  await form.getByLabel('Yes, keep it').check()
  await Promise.all([page.waitForEvent('load'), form.getByRole('button').click()])
  await openCase(page, reference)
  await expect(page.getByText('One has a red coat')).toBeVisible()
})

test('an administrator reads how cases end and changes nothing; nobody else comes there', async ({
  page,
  context,
  enter,
}) => {
  await enter('administrator')
  await page.goto('/staff/record-types')
  await expect(page.getByRole('heading', { name: 'How cases end' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Propose' })).toHaveCount(0)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await context.clearCookies()
  await enter('liaison-officer')
  await page.goto('/staff/record-types')
  await expect(page).toHaveURL(/\/staff\/missing$/)
})

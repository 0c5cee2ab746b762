import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { openCase, test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'
import { asOwner, auditOf } from '../factories/staff-accounts'

/** Closes a case long ago, as if its time had ended before that of any other. */
async function endTime(reference: string): Promise<void> {
  await asOwner(async (database) => {
    await database.query(
      `UPDATE "case" SET status = 'closed', disposition = 'advice', received_at = '2000-01-01', closed_at = '2000-01-02'
        WHERE reference = $1`,
      [reference],
    )
    await database.query(`UPDATE "case" SET retention_due_on = '2001-01-02' WHERE reference = $1`, [
      reference,
    ])
  })
}

const hold = (reference: string) =>
  asOwner((database) =>
    database.query(`UPDATE "case" SET legal_hold = 'claim' WHERE reference = $1`, [reference]),
  )

const ticked = (page: Page, reference: string) => page.getByLabel(`Choose ${reference}`)

const sure = (page: Page) => page.getByLabel('What is erased cannot be brought back')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('two people erase what is overdue, many at once, each told of what was not done', async ({
      page,
      context,
      enter,
    }) => {
      const [first, second] = [await ownCase(page), await ownCase(page)]
      for (const reference of [first, second]) await endTime(reference)

      await context.clearCookies()
      const asker = await enter('supervisor')
      await page.goto('/staff/retention?list=overdue')
      if (javaScriptEnabled) await expectAccessible(page)
      await ticked(page, first).check()
      await page.getByRole('button', { name: 'Ask for erasure' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Choose a reason')
      await expect(ticked(page, first)).toBeChecked()
      await ticked(page, second).check()
      await page.getByLabel('Why it is to be erased').selectOption('retention-over')
      await page.getByRole('button', { name: 'Ask for erasure' }).click()
      await expect(page.getByText('Asked for 2 cases to be erased.')).toBeVisible()
      await expect(ticked(page, first)).toHaveCount(0)

      await page.goto('/staff/retention')
      await expect(page.getByRole('row').filter({ hasText: first })).toContainText('You asked for this.')
      await ticked(page, first).check()
      await sure(page).check()
      await page.getByRole('button', { name: 'Erase for good' }).click()
      await expect(page.getByText(`${first}: you asked for it yourself`)).toBeVisible()

      await context.clearCookies()
      const decider = await enter('supervisor', { provedMinutesAgo: 11 })
      await page.goto('/staff/retention?list=waiting')
      await ticked(page, first).check()
      await ticked(page, second).check()
      await hold(second)
      await sure(page).check()
      await page.getByRole('button', { name: 'Erase for good' }).click()
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await expect(page.getByText('Press “Erase for good” again.')).toBeVisible()
      await expect(sure(page)).not.toBeChecked()
      await expect(ticked(page, first)).toBeChecked()
      await expect(ticked(page, second)).toBeChecked()
      await sure(page).check()
      await page.getByRole('button', { name: 'Erase for good' }).click()
      await expect(page.getByText('1 case is erased.')).toBeVisible()
      await expect(page.getByText(`${second}: a legal hold forbids it.`)).toBeVisible()
      expect(await auditOf(decider)).toEqual(expect.arrayContaining(['erased', 'refused']))
      expect(await auditOf(asker)).toContain('erasure-requested')

      await page.goto('/staff/retention?list=erased')
      await expect(page.getByRole('row').filter({ hasText: first })).toContainText('decided by')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto(`/staff/cases/${first}`)
      await expect(page.getByRole('heading', { name: 'This case is erased' })).toBeVisible()
    })

    test('a case is kept longer, for a reason and until a day that the force allows', async ({
      page,
      context,
      enter,
    }) => {
      const reference = await ownCase(page)
      await endTime(reference)
      await context.clearCookies()
      await enter('supervisor')
      await page.goto('/staff/retention?list=overdue')
      const keep = async (until: string) => {
        await ticked(page, reference).check()
        await page.getByLabel('Why it is kept').selectOption('pattern')
        await page.getByLabel('Until').fill(until)
        await page.getByRole('button', { name: 'Keep longer' }).click()
      }
      await keep('2001-06-01')
      await expect(page.getByRole('alert').first()).toContainText('That was not done')
      await expect(page.getByLabel('Until')).toHaveValue('2001-06-01')
      await keep(new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10))
      await expect(page.getByText('1 case is kept longer.')).toBeVisible()
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByText(/To be erased, or kept for a reason, from/)).toBeVisible()
    })

    test('on its own page a case is put on hold, which forbids erasing, and asked to be erased', async ({
      page,
      context,
      enter,
    }) => {
      const reference = await ownCase(page)
      await endTime(reference)
      await context.clearCookies()
      await enter('supervisor')
      await openCase(page, reference)
      const decide = () => page.getByText('Decide about it').click()
      await decide()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Why it may not be erased').selectOption('complaint')
      await page.getByRole('button', { name: 'Place a legal hold' }).click()
      await expect(page.getByText('A legal hold is placed.')).toBeVisible()
      await expect(page.getByText('On hold: complaint. It cannot be erased.')).toBeVisible()
      await decide()
      await expect(page.getByRole('button', { name: 'Ask for erasure' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Lift the hold' }).click()
      await expect(page.getByText('The hold is lifted.')).toBeVisible()
      await decide()
      await page.getByLabel('Why it is to be erased').selectOption('asked-by-person')
      await page.getByRole('button', { name: 'Ask for erasure' }).click()
      await expect(page.getByText('You asked for this. Another supervisor decides')).toBeVisible()
      await decide()
      await expect(page.getByRole('button', { name: 'Erase for good' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Take back' }).click()
      await expect(page.getByText('Turned down: it is not erased.')).toBeVisible()
    })
  })
}

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('every list is read without scrolling sideways', async ({ page, enter }) => {
    await enter('supervisor')
    for (const list of ['waiting', 'overdue', 'soon', 'held', 'erased']) {
      await page.goto(`/staff/retention?list=${list}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })
})

for (const role of ['call-handler', 'triager', 'liaison-officer', 'administrator', 'auditor'] as const) {
  test(`there is no such page for ${role}`, async ({ page, enter }) => {
    await enter(role)
    const answer = await page.goto('/staff/retention')
    expect(answer?.status()).toBe(404)
  })
}

import { randomBytes, randomInt } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])

/** The key of the index: what lies under it the worker leaves as it is. Null until it has indexed a first case. */
function keyOfIndex(): Promise<string | null> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ key: string }>('SELECT key_id AS key FROM case_index LIMIT 1')
    return rows[0]?.key ?? null
  })
}

/** What somebody says of themselves who is found by their telephone number alone, which nobody else has. */
const ownNumber = () => ({
  ...{ contactChoice: 'plan', safeWays: ['text'], name: '', identityWords: '', previousName: '' },
  phone: `07${String(randomInt(1_000_000_000)).padStart(9, '0')}`,
})

/** Has cases be found by one telephone number and by nothing else, and the first of them held by somebody. */
async function share(references: readonly string[], holder: string): Promise<void> {
  await expect.poll(keyOfIndex, { timeout: 90_000 }).not.toBeNull()
  const term = [references, await keyOfIndex(), randomBytes(4)]
  await asOwner(async (database) => {
    await database.query(
      `WITH gone AS (DELETE FROM case_index WHERE case_id IN (SELECT id FROM "case" WHERE reference = ANY ($1)))
       INSERT INTO case_index (case_id, key_id, kind, term) SELECT id, $2, 'telephone', $3 FROM "case" WHERE reference = ANY ($1)`,
      term,
    )
    await database.query(
      `UPDATE "case" SET assignee_id = $2, status = 'assigned', offered_to_id = NULL, offered_at = NULL WHERE reference = $1`,
      [references[0], holder],
    )
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a case that is not the first says so as a count, and a link is asked for and answered', async ({
      page,
      enter,
      elsewhere,
    }) => {
      // Also where the worker reads them in the same moment it finds them by nothing else.
      const reporter = ownNumber()
      const one = await sendReport(page, reporter)
      const other = await sendReport(await elsewhere.newPage(), reporter)
      const holder = await enter('supervisor')
      await share([one, other], holder.id)
      await openCase(page, other)
      await expect(page.locator('[data-pattern]')).toContainText(
        '2nd report in 90 days with this telephone number.',
      )
      await expect(page.locator('[data-pattern]')).not.toContainText(one)
      if (javaScriptEnabled) await expectAccessible(page)
      await press(page, page.getByRole('link', { name: 'Ask for a link' }))
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await expect(page.locator('main')).not.toContainText(one)
      await press(page, page.getByRole('button', { name: 'Ask for a link' }))
      await expect(page.getByText('You hear when somebody says yes.').first()).toBeVisible()
      await expect(page.locator('main')).not.toContainText(one)

      await openCase(page, one)
      await press(page, page.locator('[data-pattern]').getByRole('link', { name: 'Answer' }))
      await expect(page.getByText('has a case with the same telephone number')).toBeVisible()
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await press(page, page.getByRole('button', { name: 'Yes, link them' }))
      await expect(page.getByRole('link', { name: other, exact: true })).toBeVisible()
      await page.goto(`/staff/cases/${other}/work`)
      await expect(page.getByText(`said yes`)).toBeVisible()
    })
  })
}

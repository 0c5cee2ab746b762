import { expect } from '@playwright/test'
import { endDuty, giveBook } from '../factories/offered-case'
import { sendReport } from '../fixtures/send-journey'
import { asOwner, newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('all that an officer holds goes in one press; what changed meanwhile stays, and is told', async ({
      page,
      enter,
    }) => {
      test.setTimeout(300_000)
      const goes = await sendReport(page, { wantsOfficer: 'yes' })
      // Somebody else's telephone.
      await page.context().clearCookies()
      const stays = await sendReport(page, { wantsOfficer: 'yes' })
      const officer = await enter('liaison-officer')
      const id = await giveBook(officer, [goes, stays])
      // Whom the rules can name, whatever other tests gave to everybody else.
      const free = await newStaff('liaison-officer')
      await giveBook(free, [], 99)
      await page.goto(`/staff/officers/${id}/handover`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Hand over all cases')
      await expect(page.getByText(/^By the rules it goes to /)).toHaveCount(2)
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await asOwner((database) =>
        database.query('UPDATE "case" SET version = version + 1 WHERE reference = $1', [stays]),
      )
      await page.getByLabel('Why are they handed over?').fill('I change teams on Monday.')
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('button', { name: 'Hand over as chosen' }).click(),
      ])
      const told = page.getByRole('status').filter({ hasText: 'One case is handed over.' })
      await expect(told).toContainText(`${stays}: somebody changed it in the meantime`)
      await expect(page.getByText(/^By the rules it goes to /)).toHaveCount(1)
      if (javaScriptEnabled) await expectAccessible(page)
      await endDuty(officer)
      await endDuty(free)
    })

    test('one case goes back to the desk with words of its own, and one stays', async ({ page, enter }) => {
      test.setTimeout(300_000)
      const back = await sendReport(page, { wantsOfficer: 'yes' })
      await page.context().clearCookies()
      const stays = await sendReport(page, { wantsOfficer: 'yes' })
      const officer = await enter('liaison-officer')
      const id = await giveBook(officer, [back, stays])
      await page.goto(`/staff/officers/${id}/handover`)
      await expect(page.getByText(/^On duty until /)).toBeVisible()
      await page.getByLabel(`To whom does ${back} go?`).selectOption('desk')
      await page.getByLabel(`To whom does ${stays} go?`).selectOption('')
      const press = () =>
        Promise.all([
          page.waitForEvent('load'),
          page.getByRole('button', { name: 'Hand over as chosen' }).click(),
        ])
      await press()
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(page.getByLabel(`To whom does ${back} go?`)).toHaveValue('desk')
      await page.locator('summary').filter({ hasText: back }).click()
      await page.getByLabel(`Words for ${back} alone`).fill('They are at work until six.')
      await press()
      await expect(page.getByRole('status').filter({ hasText: 'One case is handed over.' })).toBeVisible()
      await expect(page.getByLabel(`To whom does ${stays} go?`)).toBeVisible()
      await expect(page.getByLabel(`To whom does ${back} go?`)).toHaveCount(0)
      await endDuty(officer)
    })

    test('it is nobody’s to do for a colleague', async ({ page, enter }) => {
      const other = await newStaff('liaison-officer')
      const id = await giveBook(other, [])
      await enter('liaison-officer')
      await page.goto(`/staff/officers/${id}/handover`)
      await expect(page).toHaveURL(/\/staff\?problem=forbidden/)
      await endDuty(other)
    })
  })
}

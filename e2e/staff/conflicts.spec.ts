import { expect, type Locator, type Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])

/** The form of an act on who stands how to a case, unfolded. */
async function formOf(page: Page, act: string): Promise<Locator> {
  const form = page.locator('form').filter({ has: page.locator(`input[name="act"][value="${act}"]`) })
  const fold = page.locator('details').filter({ has: form })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
  return form
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an officer says that a case is not for them without opening it, and only a supervisor changes that', async ({
      page,
      enter,
      enterAs,
    }) => {
      const reference = await sendReport(page)
      const officer = await enter('liaison-officer')
      await page.goto(`/staff/cases/${reference}`)
      const recusing = await formOf(page, 'recused')
      await recusing.getByLabel('Why').selectOption('knows-victim')
      await press(page, recusing.getByRole('button', { name: 'Take me off this case' }))
      await expect(page).toHaveURL(/\/staff\?done=recuse$/)
      await expect(page.getByRole('status').filter({ hasText: 'Thank you for saying so.' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto(`/staff/cases/${reference}`)
      await expect(page).toHaveTitle('Not found – Desk')
      await expect(page.getByRole('main')).not.toContainText(reference)

      const supervisor = await enter('supervisor')
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByText('These people see nothing of this case:')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      const assigning = page.locator('form[action$="/assign"] select')
      if ((await assigning.count()) > 0)
        await expect(assigning.locator(`option[value="${officer.id}"]`)).toHaveCount(0)
      const lifting = await formOf(page, 'conflict-lifted')
      await lifting.getByLabel('Who').selectOption(officer.id)
      await lifting.getByLabel('Why').selectOption('mistaken')
      await press(page, lifting.getByRole('button', { name: 'Let them see it' }))
      await expect(page.getByRole('status').filter({ hasText: 'They can see the case again' })).toBeVisible()

      await enterAs(officer)
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference)
      await enterAs(supervisor)
    })

    test('somebody declares whom they know; it can be counted and removed, and read nowhere', async ({
      page,
      enter,
    }) => {
      const officer = await enter('liaison-officer')
      await page.goto('/staff/account')
      await press(page, page.getByRole('link', { name: 'See and change them' }))
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      const number = page.locator('form').filter({ has: page.locator('input[value="telephone"]') })
      await number.getByLabel('Telephone number').fill('1')
      await press(page, number.getByRole('button', { name: 'Add' }))
      await expect(page.locator('#problem')).toContainText('could not be read')
      await expect(number.getByLabel('Telephone number')).toHaveValue('1')
      await number.getByLabel('Telephone number').fill('07700 900456')
      await number.getByRole('checkbox', { name: 'This is my own' }).check()
      await press(page, number.getByRole('button', { name: 'Add' }))
      await expect(page.getByRole('status').filter({ hasText: 'Added.' })).toBeVisible()
      await expect(page.getByText(/^Telephone number of your own, added/)).toBeVisible()
      await expect(page.locator('body')).not.toContainText('900456')
      if (javaScriptEnabled) await expectAccessible(page)
      const kept = await asOwner(async (database) => {
        const { rows } = await database.query<{ bytes: number; own: boolean }>(
          'SELECT octet_length(hash) AS bytes, own FROM declared_link WHERE account_id = $1',
          [officer.id],
        )
        return rows
      })
      expect(kept).toEqual([{ bytes: 32, own: true }])
      await press(page, page.getByRole('button', { name: 'Remove' }))
      await expect(page.getByText('You have not told us about anybody.')).toBeVisible()
    })
  })
}

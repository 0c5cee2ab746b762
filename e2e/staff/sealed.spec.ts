import { expect, type Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { asOwner, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

/** Seals a case for these people alone. */
async function sealFor(reference: string, people: readonly StaffAccount[]): Promise<void> {
  await asOwner((database) =>
    database.query(`UPDATE "case" SET restricted = true, named_ids = $2::uuid[] WHERE reference = $1`, [
      reference,
      people.map(({ id }) => id),
    ]),
  )
}

/** Fills the form of an act on the page of a case and sends it. */
async function act(page: Page, name: string, button: string, reason: string, person?: StaffAccount) {
  const form = page.locator('form').filter({ has: page.locator(`input[name="act"][value="${name}"]`) })
  const fold = page.locator('details').filter({ has: form })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
  if (person !== undefined) await form.getByLabel('Who').selectOption(person.id)
  await form.getByLabel('Why').selectOption(reason)
  await Promise.all([page.waitForEvent('load'), form.getByRole('button', { name: button }).click()])
}

const listed = (page: Page, reference: string) => page.getByRole('link', { name: reference })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a sealed case is there for the people named for it alone, who name others and unseal it', async ({
      page,
      enter,
      enterAs,
    }) => {
      const reference = await sendReport(page)
      const officer = await newStaff('liaison-officer')
      const named = await enter('supervisor')
      await sealFor(reference, [named])

      await page.goto('/staff?sealed=yes')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sealed cases')
      await expect(listed(page, reference).first()).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto(`/staff?find=${reference}`)
      await expect(listed(page, reference)).toHaveCount(0)

      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByRole('heading', { name: 'Sealed case' })).toBeVisible()
      await expect(page.getByText(named.name).first()).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await act(page, 'reader-named', 'Name them', 'expertise', officer)
      await expect(page.getByRole('status').filter({ hasText: 'They see the case' })).toBeVisible()

      await enter('supervisor')
      await page.goto(`/staff/cases/${reference}`)
      await expect(page).toHaveTitle('Not found – Desk')
      await expect(page.getByRole('main')).not.toContainText(reference)
      await page.goto('/staff?sealed=yes')
      await expect(listed(page, reference)).toHaveCount(0)

      await enterAs(officer)
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference)

      await enterAs(named)
      await page.goto(`/staff/cases/${reference}`)
      await act(page, 'case-unsealed', 'Unseal the case', 'not-police')
      await expect(page.getByRole('status').filter({ hasText: 'no longer sealed' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Sealed case' })).toHaveCount(0)
    })

    test('a supervisor seals a case that came in as any other', async ({ page, enter }) => {
      const reference = await sendReport(page)
      await enter('supervisor')
      await page.goto(`/staff/cases/${reference}`)
      await act(page, 'case-sealed', 'Seal the case', 'found-out')
      await expect(page.getByRole('status').filter({ hasText: 'Only the people named' })).toBeVisible()
      const sealed = await asOwner(async (database) => {
        const { rows } = await database.query<{ sealed: boolean }>(
          `SELECT restricted AND cardinality(named_ids) > 0 AS sealed FROM "case" WHERE reference = $1`,
          [reference],
        )
        return rows[0]?.sealed
      })
      expect(sealed).toBe(true)
    })

    test('an administrator puts a supervisor on the list for sealed cases and takes them off again', async ({
      page,
      enter,
    }) => {
      const supervisor = await newStaff('supervisor')
      await enter('administrator')
      await page.goto(`/staff/admin/accounts/${supervisor.id}`)
      if (javaScriptEnabled) await expectAccessible(page)
      for (const [way, button, reason] of [
        ['sealed-add', 'Put them on the list', 'new-post'],
        ['sealed-remove', 'Take them off the list', 'left-post'],
      ] as const) {
        const form = page.locator(`form[action$="/${way}"]`)
        await form.locator('select').selectOption(reason)
        await Promise.all([page.waitForEvent('load'), form.getByRole('button', { name: button }).click()])
        await expect(page.getByRole('status').filter({ hasText: 'list for sealed cases' })).toBeVisible()
      }
      await page.goto('/staff/admin')
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}

import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'

/** Writes a note of some kind by the form of the case. */
async function addNote(page: Page, kind: string, text: string): Promise<void> {
  const note = page.getByLabel('Note', { exact: true })
  if (!(await note.isVisible()))
    await page.locator('details').filter({ has: note }).locator('summary').click()
  await page.getByLabel(kind).check()
  await note.fill(text)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save note' }).click()])
}

const printedBy = (reference: string) =>
  asOwner(async (database) => {
    const { rows } = await database.query<{ actor_id: string }>(
      `SELECT actor_id FROM audit_event WHERE action = 'printed' AND reference = $1`,
      [reference],
    )
    return rows.map(({ actor_id }) => actor_id)
  })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('facts stand apart from opinions, and a case is told as a story, on paper with who printed it', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await ownCase(page)
      const account = await enter('supervisor')
      await openCase(page, reference)
      await addNote(page, 'Fact: seen, checked or recorded', 'The window was broken on Monday.')
      await addNote(page, 'Opinion or assessment', 'It may be the neighbour.')
      await expect(page.locator('[data-nature="fact"]')).toContainText('Fact')
      const opinion = page.locator('[data-nature="opinion"]')
      await expect(opinion).toContainText('Opinion or assessment')
      await expect(opinion).toContainText('It may be the neighbour.')

      await page.getByRole('link', { name: 'Read it as a story' }).click()
      await expect(page).toHaveTitle(/^The story of a case – Desk$/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(reference)
      await expect(page.getByRole('listitem').filter({ hasText: 'broken on Monday' })).toContainText(
        `${account.name} added a note.`,
      )
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await printedBy(reference)).toEqual([])

      await page.getByRole('link', { name: 'To print' }).click()
      await expect(page).toHaveTitle(/^The story of a case, to print – Desk$/)
      const mark = page.getByText(`Printed by ${account.name}, `)
      await expect(mark).toBeVisible()
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await printedBy(reference)).toEqual([account.id])

      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('navigation').first()).toBeHidden()
      await expect(page.getByRole('link', { name: 'Back to the story' })).toBeHidden()
      await expect(page.getByText('It may be the neighbour.')).toBeVisible()
      await expect(mark).toBeVisible()
    })

    test('whoever has not said why they open a case is asked first, and nothing of it is told', async ({
      page,
      enter,
    }) => {
      const reference = await ownCase(page)
      await enter('supervisor')
      await page.goto(`/staff/cases/${reference}/story/paper`)
      await expect(page).toHaveURL(/problem=no-reason/)
      expect(await printedBy(reference)).toEqual([])
    })
  })
}

import { expect, type Page } from '@playwright/test'
import { giveBook } from '../factories/offered-case'
import { asOwner } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, sayWhy, test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'

const words = 'The pomegranate tree was cut down.'

/** Sends a report that nobody at the desk has seen, from where it is nobody's yet, and gives its reference. */
async function newCase(page: Page): Promise<string> {
  await page.context().clearCookies()
  return sendReport(page, { account: words })
}

/** The reasons of somebody's looks at a case, the first one first. */
async function looks(account: StaffAccount, reference: string): Promise<readonly (string | null)[]> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ reason: string | null }>(
      `SELECT detail ->> 'reason' AS reason FROM audit_event
        WHERE actor_id = $1 AND reference = $2 AND action = 'opened' ORDER BY seq`,
      [account.id, reference],
    )
    return rows.map(({ reason }) => reason)
  })
}

const question = (page: Page) => page.getByRole('heading', { name: 'Why are you opening this case?' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whoever does not hold a case says first why they open it; whoever holds it is not asked', async ({
      page,
      enter,
    }) => {
      const reference = await newCase(page)
      const officer = await enter('liaison-officer')
      // What they take rests with them.
      await giveBook(officer, [], 0)
      await page.goto(`/staff?case=${reference}`)
      expect(await page.content()).not.toContain(words)
      await page.goto(`/staff/cases/${reference}`)
      await expect(question(page)).toBeVisible()
      expect(await page.content()).not.toContain(words)
      await expect(page.getByText('somebody in your role looked')).toBeVisible()
      if (javaScriptEnabled) {
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSidewaysScroll(page)
      }
      expect(await looks(officer, reference)).toEqual([])

      await sayWhy(page, 'cover')
      await expect(page.getByText(words).first()).toBeVisible()
      await expect(page.getByText('covering for a colleague').first()).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByText(words).first()).toBeVisible()
      expect(await looks(officer, reference)).toEqual(['cover', 'cover'])

      await page.locator('form[action$="/take"] button').first().click()
      await expect(page.getByText(words).first()).toBeVisible()
      expect((await looks(officer, reference)).at(-1)).toBe('my-case')
    })

    test('an answer counts for one case and one session, and eight hours', async ({
      page,
      enter,
      enterAs,
    }) => {
      const [one, other] = [await newCase(page), await newCase(page)]
      const supervisor = await enter('supervisor')
      await openCase(page, one)
      await expect(page.getByText(words).first()).toBeVisible()
      await page.goto(`/staff/cases/${other}`)
      await expect(question(page)).toBeVisible()

      await asOwner((database) =>
        database.query(`UPDATE case_reason SET given_at = now() - interval '8 hours' WHERE account_id = $1`, [
          supervisor.id,
        ]),
      )
      await page.goto(`/staff/cases/${one}`)
      await expect(question(page)).toBeVisible()
      await sayWhy(page, 'quality-review')
      await expect(page.getByText(words).first()).toBeVisible()
      await enterAs(supervisor)
      await page.goto(`/staff/cases/${one}`)
      await expect(question(page)).toBeVisible()
      expect(await looks(supervisor, one)).toEqual(['supervision', 'quality-review'])
    })

    test('an act on a case that was not opened leads back to the question, and loses no word', async ({
      page,
      enter,
    }) => {
      const reference = await newCase(page)
      const supervisor = await enter('supervisor')
      await openCase(page, reference)
      await page.getByText('Add a note').click()
      await page.getByLabel('Note', { exact: true }).fill('Rang, no answer.')
      await asOwner((database) =>
        database.query('DELETE FROM case_reason WHERE account_id = $1', [supervisor.id]),
      )
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByText('Say first why you are opening this case.')).toBeVisible()
      await expect(question(page)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await sayWhy(page)
      await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Rang, no answer.')
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page).toHaveURL(/done=note/)
    })
  })
}

test('a reason that is not theirs to give opens nothing', async ({ page, enter }) => {
  const reference = await newCase(page)
  const supervisor = await enter('supervisor')
  for (const reason of ['my-case', 'threat-to-life', 'weekly-sample', 'triage', 'curious', '']) {
    const answer = await page.request.post(`/staff/cases/${reference}/reason`, {
      form: { reason },
      maxRedirects: 0,
    })
    expect(answer.headers().location, reason).toContain('problem=invalid')
  }
  await page.goto(`/staff/cases/${reference}`)
  await expect(question(page)).toBeVisible()
  expect(await looks(supervisor, reference)).toEqual([])
})

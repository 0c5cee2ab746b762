import { expect, type Page } from '@playwright/test'
import { giveBook } from '../factories/offered-case'
import { asOwner, auditOf, letIn, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { codeNow, password } from '../fixtures/people'
import { sendReport } from '../fixtures/send-journey'

const words = 'He has found out where I live and says it will be tonight.'
const reason = 'She rang 101 from a phone box, gave this reference and hung up.'

/** A report that somebody holds, and who. */
async function heldCase(page: Page): Promise<{ reference: string; holder: StaffAccount }> {
  const reference = await sendReport(page, { account: words })
  const holder = await newStaff('liaison-officer')
  await giveBook(holder, [reference])
  return { reference, holder }
}

async function breakGlass(page: Page, reference: string): Promise<void> {
  await page.goto('/staff/break-glass')
  await page.getByLabel('Reference of the case').fill(reference)
  await page.getByLabel('Who is in danger, and from what?').fill(reason)
  await page.getByLabel('A life is in danger.').check()
  await press(page)
}

const press = (page: Page) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Break the glass' }).click()])

/** Makes every glass of somebody's as old as this, in minutes. */
async function ageGlass({ id }: StaffAccount, minutes: number): Promise<void> {
  await asOwner((database) =>
    database.query(
      `UPDATE broken_glass SET broken_at = broken_at - $2 * interval '1 minute', until = until - $2 * interval '1 minute'
        WHERE account_id = $1`,
      [id, minutes],
    ),
  )
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what is not found leads to the glass only whom it is for, and says to the others whom to ring', async ({
      page,
      enter,
    }) => {
      for (const role of ['auditor', 'supervisor', 'strategic-lead', 'call-handler'] as const) {
        await enter(role)
        await page.goto('/staff/missing')
        const link = page.getByRole('link', { name: /life is in danger/ })
        const ring = page.getByText('Ring 999 or the control room now')
        const isTheirs = role === 'call-handler'
        await expect(isTheirs ? link : ring).toBeVisible()
        await expect(isTheirs ? ring : link).toHaveCount(0)
        if (javaScriptEnabled) await expectAccessible(page)
      }
      await page.getByRole('link', { name: /life is in danger/ }).click()
      await expect(page.getByRole('heading', { name: 'Break the glass' })).toBeVisible()
    })

    test('a threat to life opens one case for an hour; holder and supervisor are told, and it is reviewed', async ({
      page,
      enter,
      enterAs,
      elsewhere,
      origin,
    }) => {
      const { reference, holder } = await heldCase(page)
      const handler = await enter('call-handler', { provedMinutesAgo: 11 })
      expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(404)
      await page.goto('/staff/help')
      await page.getByRole('link', { name: /life is in danger/ }).click()
      await expect(page.getByRole('heading', { name: 'Break the glass' })).toBeVisible()
      await expect(page.getByRole('heading', { name: /Ring 999/ })).toBeVisible()
      if (javaScriptEnabled) {
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSidewaysScroll(page)
        await page.setViewportSize({ width: 1280, height: 720 })
      }

      await breakGlass(page, reference)
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await page.getByLabel('Password').fill(password)
      await page.getByLabel('Code from your authenticator').fill(codeNow())
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await expect(page.getByText('Press “Break the glass” again.')).toBeVisible()
      await expect(page.getByLabel('Who is in danger, and from what?')).toHaveValue(reason)
      await page.getByLabel('A life is in danger.').check()
      await press(page)
      await expect(page).toHaveURL(new RegExp(`/staff/cases/${reference}$`))
      await expect(page.getByText(words).first()).toBeVisible()
      await expect(page.getByRole('heading', { name: 'You broke the glass of this case' })).toBeVisible()
      await expect(page.getByText('the reason: threat to life')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await auditOf(handler)).toEqual(expect.arrayContaining(['glass-broken', 'opened']))

      await letIn(elsewhere, holder, origin)
      const owner = await elsewhere.newPage()
      await owner.goto('/staff')
      await expect(owner.locator(`[data-glass="${reference}"]`)).toContainText('You hold this case')
      if (javaScriptEnabled) await expectAccessible(owner)
      await openCase(owner, reference)
      await expect(owner.getByText('broke the glass, for a threat to life').first()).toBeVisible()

      await page.getByRole('button', { name: 'Close it now' }).click()
      await expect(page.getByText('The glass is closed.')).toBeVisible()
      expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(404)

      const supervisor = await enter('supervisor')
      await page.goto('/staff/audit/glass')
      await expect(page.locator('[data-figure="30"]')).toContainText('target 100 %')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: `Look at it ${reference}` }).click()
      await expect(page.getByText(reason)).toBeVisible()
      await expect(page).toHaveTitle('A broken glass – Desk')
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await auditOf(supervisor)).toContain('glass-reason-read')
      await page.getByLabel('Justified', { exact: true }).check()
      await page.getByLabel('Note', { exact: true }).fill('She was found in time.')
      await page.getByRole('button', { name: 'Save the review' }).click()
      await expect(page.getByText('The review is saved.')).toBeVisible()
      await owner.goto('/staff')
      await expect(owner.locator(`[data-glass="${reference}"]`)).toHaveCount(0)
      await enterAs(handler)
      expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(404)
    })

    test('what is not there and what is not to be opened get one answer, and nothing typed is lost', async ({
      page,
      enter,
    }) => {
      // Of somebody of the police: sealed as it comes.
      const sealed = await sendReport(page, { suspect: ['police'] })
      const triager = await enter('triager')
      const answers: string[] = []
      for (const reference of ['HC-0000-0000', sealed]) {
        await breakGlass(page, reference)
        await expect(page.getByLabel('Who is in danger, and from what?')).toHaveValue(reason)
        answers.push(await page.getByRole('alert').first().innerText())
      }
      expect(answers[0]).toContain('could not be opened')
      expect(answers[1]).toBe(answers[0])
      if (javaScriptEnabled) await expectAccessible(page)
      expect((await auditOf(triager)).filter((action) => action === 'refused')).toHaveLength(2)
    })
  })
}

test('after an hour it is closed again, and an overdue review says so', async ({ page, enter }) => {
  const { reference } = await heldCase(page)
  const triager = await enter('triager')
  await breakGlass(page, reference)
  await expect(page.getByText(words).first()).toBeVisible()
  await ageGlass(triager, 59)
  expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(200)
  await ageGlass(triager, 2)
  expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(404)
  await ageGlass(triager, 14 * 24 * 60)
  await enter('auditor')
  await page.goto('/staff/audit/glass')
  await expect(page.locator('[data-overdue]').first()).toBeVisible()
  await page.getByRole('link', { name: `Look at it ${reference}` }).click()
  await expect(page.getByText('Only a supervisor reads what they wrote.')).toBeVisible()
  await expect(page.getByText(reason)).toHaveCount(0)
  await expectAccessible(page)
})

test('it is not there for whoever has no use for it', async ({ page, enter }) => {
  for (const role of ['supervisor', 'administrator', 'auditor'] as const) {
    await enter(role)
    expect((await page.request.get('/staff/break-glass')).status()).toBe(404)
  }
})

import { expect } from '@playwright/test'
import { endDuty } from '../factories/offered-case'
import { officerOnDuty } from '../factories/officer-on-duty'
import { scenarios } from '../factories/scenarios'
import { letIn } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { sayWhy, test } from '../fixtures/desk'
import { playToCheck } from '../fixtures/player'

const [fullest] = scenarios
if (fullest === undefined) throw new Error('There are no scenarios.')
/** Nothing else that the browser tests send comes from there, and of what the demonstration has from there nothing is of high risk. */
const district = 'hertsmere'
const report = {
  ...fullest.fields,
  ...{ postcode: '', district },
  account: 'He said he would wait for me outside.',
  excludeDistricts: [],
  excludeWho: '',
}

test('from one report made in a browser the officer of that district sees it first, opens it, and the audit shows who and when', async ({
  page,
  enter,
  elsewhere: officer,
  origin,
}) => {
  await page.goto('/report/role')
  await playToCheck(page, report)
  await page.getByRole('button', { name: /send/i }).click()
  const reference = await page
    .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()

  const account = await officerOnDuty(district)
  await letIn(officer, account, origin)
  const desk = await officer.newPage()
  // What they are asked to take elsewhere may come before it: it is first of what came in here.
  await desk.goto(`/staff?district=${district}`)
  const first = desk.locator('[data-row]').first()
  await expect(first).toHaveAttribute('data-row', reference)
  await expect(first).toContainText(/high/i)
  await expect(first).not.toContainText('wait for me')
  await expectAccessible(desk)

  await first.getByRole('link', { name: reference, exact: true }).click()
  await expect(desk.getByRole('heading', { name: 'Why are you opening this case?' })).toBeVisible()
  await expect(desk.getByText('He said he would wait for me outside.')).toHaveCount(0)
  await sayWhy(desk, 'own-district')
  await expect(desk.getByText('He said he would wait for me outside.')).toBeVisible()
  await expect(desk.getByText('Sam Ó Briain').first()).toBeVisible()
  expect(await desk.title()).not.toContain('Sam')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /take/i }).first().click()
  await expect(desk.getByText('The case is yours.')).toBeVisible()
  await expect(desk.getByText('Officer', { exact: true }).locator('xpath=following-sibling::dd')).toHaveText(
    account.name,
  )
  await endDuty(account)

  await enter('auditor')
  await page.goto(`/staff/audit?find=${reference}`)
  const opened = page
    .getByRole('row')
    .filter({ hasText: /opened/i })
    .first()
  await expect(opened).toContainText(account.name)
  await expect(opened).toContainText(/\d{1,2}:\d{2}/)
  await expectAccessible(page)
  await page.goto(`/staff/cases/${reference}`)
  await expect(page.getByText('He said he would wait')).toHaveCount(0)

  await enter('liaison-officer')
  const answer = await page.goto(`/staff/cases/${reference}`)
  expect(answer?.status()).toBe(404)
})

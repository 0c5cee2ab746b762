import { expect, test } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { asOwner, letIn } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { sayWhy } from '../fixtures/desk'
import { people, stateOf } from '../fixtures/people'
import { playToCheck } from '../fixtures/player'

const [fullest] = scenarios
if (fullest === undefined) throw new Error('There are no scenarios.')
const report = {
  ...fullest.fields,
  // Nothing else that the browser tests send comes from Watford.
  postcode: 'WD17 1AA',
  account: 'He said he would wait for me outside.',
  excludeDistricts: [],
  excludeWho: '',
}

test('from one report made in a browser the officer of that district sees it first, opens it, and the audit shows who and when', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/report/role')
  await playToCheck(page, report)
  await page.getByRole('button', { name: /send/i }).click()
  const reference = await page
    .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
  const place = baseURL === undefined ? {} : { baseURL }

  const officer = await browser.newContext(place)
  const [sofia] = await asOwner(async (database) => {
    const found = await database.query<{ id: string }>('SELECT id FROM account WHERE email = $1', [
      people.watford,
    ])
    return found.rows
  })
  if (sofia === undefined || baseURL === undefined) throw new Error('There is no officer of Watford.')
  await letIn(officer, sofia, baseURL)
  const desk = await officer.newPage()
  // Whoever was asked elsewhere comes before it where they are later: it is first of what came in here.
  await desk.goto('/staff?district=watford')
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
    'Sofia Popescu',
  )
  await officer.close()

  const auditor = await browser.newContext({ storageState: stateOf('auditor'), ...place })
  const log = await auditor.newPage()
  await log.goto(`/staff/audit?find=${reference}`)
  const opened = log
    .getByRole('row')
    .filter({ hasText: /opened/i })
    .first()
  await expect(opened).toContainText('Sofia Popescu')
  await expect(opened).toContainText(/\d{1,2}:\d{2}/)
  await expectAccessible(log)
  await log.goto(`/staff/cases/${reference}`)
  await expect(log.getByText('He said he would wait')).toHaveCount(0)
  await auditor.close()

  const stranger = await browser.newContext({ storageState: stateOf('officer'), ...place })
  const elsewhere = await stranger.newPage()
  const answer = await elsewhere.goto(`/staff/cases/${reference}`)
  expect(answer?.status()).toBe(404)
  await stranger.close()
})

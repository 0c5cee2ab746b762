import { expect, type Locator, type Page } from '@playwright/test'
import { endDuty, giveBook } from '../factories/offered-case'
import { officerOnDuty } from '../factories/officer-on-duty'
import { newStaff } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'

/** Nobody is in danger in it: whoever decides on its risk closes it alone. */
const calm = {
  ...{ whatHappened: ['abuse'], happenedBefore: 'first', suspect: ['stranger'], suspectNear: 'no' },
  harm: [],
}

const unfold = (page: Page, act: string) => page.locator(`form[action$="/${act}"]`)

/** Opens the fold an act's form lies in, where it lies in one that is shut. */
async function reach(page: Page, act: string): Promise<void> {
  await unfold(page, act).first().waitFor({ state: 'attached' })
  const folded = page.locator('details').filter({ has: unfold(page, act) })
  if ((await folded.count()) > 0 && (await folded.getAttribute('open')) === null)
    await folded.locator('summary').click()
}

/** Presses a button that sends a form, and waits for the page that answers. */
async function press(button: Locator): Promise<void> {
  await Promise.all([button.page().waitForEvent('load'), button.click()])
}

test('a case is noted, judged, assigned, moved on, transferred and closed, and its history tells it', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page, calm)
  // Somebody can be suggested, whatever other tests gave to everybody else; and the case rests with whom it goes to then.
  const suggested = await officerOnDuty('stevenage')
  const next = await newStaff('liaison-officer')
  await giveBook(next, [], 0)
  await enter('supervisor')
  await openCase(page, reference)

  await reach(page, 'note')
  await unfold(page, 'note').locator('textarea').fill('Ring the library first.')
  await press(unfold(page, 'note').getByRole('button'))
  await expect(page.getByText('Ring the library first.')).toBeVisible()

  await reach(page, 'risk')
  await unfold(page, 'risk').locator('[name="risk"][value="medium"]').check()
  await unfold(page, 'risk').locator('textarea').fill('They fear for tonight.')
  await press(unfold(page, 'risk').getByRole('button'))
  await expect(page.getByText('They fear for tonight.')).toBeVisible()

  await press(page.locator('[data-assign]').first())
  await expect(page.locator('[data-assign]')).toHaveCount(0)

  await reach(page, 'transfer')
  await unfold(page, 'transfer').locator('select').selectOption(next.id)
  await unfold(page, 'transfer').locator('textarea').fill('Knows the family.')
  await press(unfold(page, 'transfer').getByRole('button'))
  await expect(page.getByText('Knows the family.')).toBeVisible()

  await press(unfold(page, 'status').first().getByRole('button'))
  await reach(page, 'close')
  await unfold(page, 'close').locator('select').selectOption('advice')
  await unfold(page, 'close').locator('textarea').fill('Spoke at length; no more is wanted.')
  await press(unfold(page, 'close').getByRole('button'))
  await expect(page.getByText('Spoke at length; no more is wanted.')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/staff?status=closed&find=${reference}`)
  await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
  for (const officer of [suggested, next]) await endDuty(officer)
})

test('an act on a case that somebody else has changed is refused in words and keeps what was written', async ({
  page,
  context,
  enter,
}) => {
  const reference = await sendReport(page)
  await enter('supervisor')
  await openCase(page, reference)
  // Begun before the other writes: a page that nobody is at shows by itself what is new.
  await reach(page, 'risk')
  await unfold(page, 'risk').locator('[name="risk"][value="low"]').check()
  await unfold(page, 'risk').locator('textarea').fill('Second to write.')
  const other = await context.newPage()
  await openCase(other, reference)
  await reach(other, 'risk')
  await unfold(other, 'risk').locator('[name="risk"][value="medium"]').check()
  await unfold(other, 'risk').locator('textarea').fill('First to write.')
  await press(unfold(other, 'risk').getByRole('button'))
  await expect(other.getByText('First to write.')).toBeVisible()

  await press(unfold(page, 'risk').getByRole('button'))
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(unfold(page, 'risk').locator('textarea')).toHaveValue('Second to write.')
  await expect(page.getByText('First to write.')).toBeVisible()
  await expectAccessible(page)
})

test('an act without its reason is refused, and another case cannot be reached through a form', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page)
  await enter('supervisor')
  await openCase(page, reference)
  await reach(page, 'note')
  await unfold(page, 'note')
    .locator('textarea')
    .evaluate((area) => area.removeAttribute('required'))
  await press(unfold(page, 'note').getByRole('button'))
  await expect(page.getByRole('alert').first()).toBeVisible()
  const missing = await page.request.post('/staff/cases/HC-0000-0000/note', {
    form: { version: '1', text: 'x' },
    maxRedirects: 0,
  })
  expect([303, 404]).toContain(missing.status())
  const foreign = await page.request.post(`/staff/cases/${reference}/take`, {
    form: { version: '1' },
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(foreign.status()).toBe(403)
  await page.reload()
  await expect(page.locator('form[action$="/take"]').first()).toBeVisible()
})

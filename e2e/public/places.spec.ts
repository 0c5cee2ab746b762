import { expect, test, type Page } from '@playwright/test'
import { answerStep } from '../fixtures/player'

async function toPlace(page: Page): Promise<void> {
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await answerStep(page, { whatHappened: ['abuse'] })
  await answerStep(page, {})
  await answerStep(page, { placeKind: 'street' })
  await expect(page).toHaveURL(/\/report\/place$/)
}

test('a postcode in one district asks nothing more about the place', async ({ page }) => {
  await toPlace(page)
  await answerStep(page, { postcode: 'WD17 1AA' })
  await expect(page).toHaveURL(/\/report\/why$/)
})

test('a postcode on a border asks which side, with the towns people know', async ({ page }) => {
  await toPlace(page)
  await answerStep(page, { postcode: 'SG1 1AA' })
  await expect(page).toHaveURL(/\/report\/district$/)
  await expect(page.getByLabel(/Stevenage/)).toBeVisible()
  await expect(page.getByLabel(/Watford/)).toHaveCount(0)
})

test('a postcode elsewhere names the force that covers it; another place leads back; stopping forgets everything', async ({
  page,
  context,
}) => {
  await toPlace(page)
  await answerStep(page, { postcode: 'LS1 1AA' })
  await expect(page).toHaveURL(/\/report\/outside$/)
  await expect(page.getByText(/West Yorkshire Police/).first()).toBeVisible()
  await answerStep(page, { outside: 'different-place' })
  await expect(page).toHaveURL(/\/report\/where$/)
  await answerStep(page, { placeKind: 'street' })
  await answerStep(page, { postcode: 'LS1 1AA' })
  await answerStep(page, { outside: 'stop' })
  await expect(page).toHaveURL(/\/elsewhere\?force=west-yorkshire&force=north-yorkshire$/)
  await expect(page.getByRole('main').getByRole('link').first()).toHaveText('West Yorkshire Police')
  expect(await context.cookies()).toEqual([])
  await page.goto('/report/place')
  await expect(page).toHaveURL(/\/report\/role/)
})

import { expect, test, type Page } from '@playwright/test'
import { asOwner } from '../factories/staff-accounts'
import { answerStep } from '../fixtures/player'

const justDeleted = 'What you just wrote here is deleted. It was not sent.'

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
  await expect(page.getByText(justDeleted)).toBeVisible()
  // Of the answers nothing is left here, only for a minute that there were some.
  const [mark, ...more] = await context.cookies()
  expect([mark?.value, mark?.httpOnly, more]).toEqual(['deleted', true, []])
  expect((mark?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(61)
  await page.goto('/report/place')
  await expect(page).toHaveURL(/\/report\/role/)
})

test('who to contact instead says that answers are deleted only where they just were', async ({
  page,
  context,
}) => {
  const elsewhere = page.getByRole('heading', { name: 'Who to contact instead' })
  const kept = page.getByText('Nobody has seen them. They are deleted after 24 hours.')
  await page.goto('/elsewhere')
  await expect(elsewhere).toBeVisible()
  await expect(page.getByText(justDeleted)).toHaveCount(0)
  await expect(kept).toHaveCount(0)
  await toPlace(page)
  await page.goto('/elsewhere')
  await expect(kept).toBeVisible()
  await expect(page.getByText(justDeleted)).toHaveCount(0)
  await page.goto('/report/place')
  await answerStep(page, { postcode: 'LS1 1AA' })
  await answerStep(page, { outside: 'stop' })
  await expect(page.getByText(justDeleted)).toBeVisible()
  await expect(kept).toHaveCount(0)
  await page.goto('/cy/elsewhere')
  await expect(page.getByText(/newydd ei ysgrifennu yma wedi’i ddileu/)).toBeVisible()
  // What is begun after it is not deleted.
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await page.goto('/elsewhere')
  await expect(kept).toBeVisible()
  await expect(page.getByText(justDeleted)).toHaveCount(0)
  await context.clearCookies()
  await page.goto('/elsewhere')
  await expect(elsewhere).toBeVisible()
  await expect(page.getByText(justDeleted)).toHaveCount(0)
})

/** Has the directory know a whole postcode while something is done. */
async function whileKnown(postcode: string, work: () => Promise<void>): Promise<void> {
  const change = (query: string) => asOwner((database) => database.query(query, [postcode]))
  await change(
    `INSERT INTO unit_postcode (postcode, district) VALUES ($1, 'stevenage') ON CONFLICT DO NOTHING`,
  )
  try {
    await work()
  } finally {
    await change('DELETE FROM unit_postcode WHERE postcode = $1')
  }
}

test('a whole postcode that is in the directory asks nothing more about the place', async ({
  page,
  javaScriptEnabled,
}) => {
  // One that nobody else uses, nor this test where it is played the other way.
  const here = javaScriptEnabled ? 'SG19XA' : 'SG19XD'
  await whileKnown(here, async () => {
    await toPlace(page)
    await answerStep(page, { postcode: here })
    await expect(page).toHaveURL(/\/report\/why$/)
    await page.goto('/report/district')
    await expect(page).toHaveURL(/\/report\/why$/)
    await page.goto('/report/place')
    await answerStep(page, { postcode: 'SG1 1AA' })
    await expect(page).toHaveURL(/\/report\/district$/)
  })
})

import { expect, test } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase } from '../fixtures/desk'
import { playToCheck } from '../fixtures/player'

const plain = scenarios.find(
  ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
)

test.use({ viewport: { width: 320, height: 720 } })

test('whoever has a return code sees in what roles it was opened, and never by whom', async ({
  page,
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  if (plain === undefined) throw new Error('No scenario asks for a code only.')
  await page.goto('/liaison/reason')
  await playToCheck(page, plain.fields)
  await page.getByRole('button', { name: /send/i }).click()
  const reference = await page
    .getByText(/^LR-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
  const code = await page
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    .first()
    .innerText()
  await page.goto('/follow-up')
  await page.locator('[name="code"]').fill(code)
  await page.getByRole('main').getByRole('button').first().click()
  const looks = page.getByRole('region', { name: 'Who has looked' })
  await expect(looks).toContainText('Nobody has opened what you sent yet.')

  const supervisor = await newStaff('supervisor')
  const desk = await browser.newContext({ baseURL: baseURL ?? '' })
  await letIn(desk, supervisor, baseURL ?? '')
  await openCase(await desk.newPage(), reference)
  await desk.close()

  await page.goto('/follow-up/status')
  await expect(looks.getByRole('listitem')).toHaveCount(1)
  await expect(looks.getByRole('listitem')).toHaveText(/^Supervisor, last on \d{1,2} \w+ \d{4}$/u)
  expect(await page.content()).not.toContain(supervisor.name)
  await expectNoSidewaysScroll(page)
  if (javaScriptEnabled) {
    await expectAccessible(page)
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await expectNoSidewaysScroll(page)
  }
  await page.goto('/cy/follow-up/status')
  const welsh = page.getByRole('region', { name: 'Pwy sydd wedi edrych' })
  await expect(welsh.getByRole('listitem')).toHaveText(/^Goruchwyliwr, y tro diwethaf: \d{1,2} \S+ \d{4}$/u)
  await expectNoSidewaysScroll(page)
})

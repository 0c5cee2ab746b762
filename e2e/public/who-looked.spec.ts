import { expect, test } from '@playwright/test'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { comeBack } from '../fixtures/come-back'
import { openCase } from '../fixtures/desk'

test('whoever has a return code sees in what roles it was opened, and never by whom', async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const { page, reference } = await comeBack(browser, javaScriptEnabled)
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
  await page.context().close()
})

import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { goOn, playToCheck } from '../fixtures/player'
import type { FieldValues } from '@/lib/journey/view'

const days: FieldValues = {
  ...{
    reason: ['advice'],
    district: 'watford',
    contactChoice: 'plan',
    safeWays: ['call', 'email'],
    phone: '07700 900461',
  },
  ...{ email: 'sam@example.test', contactWhen: 'only-at', contactDays: ['mon', 'wed'], returnCode: 'no' },
  ...{ contactTimes: 'do not call between 3 and 5', ifSomeoneElse: 'hang-up' },
}
const noHour = 'You ticked no hour that is safe. So we will not call you or email you'

test('whoever ticks days and no hour is told, before and after sending, that nobody will ring', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/liaison/reason')
  await playToCheck(page, days)
  await expect(page.getByText(noHour)).toBeVisible()
  await expect(page.getByText('We wait for you to contact us.', { exact: false })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Tick hours that are safe' }).click()
  await expect(page).toHaveURL(/\/liaison\/hours$/u)
  await goOn(page)
  await expect(page).toHaveURL(/\/liaison\/check$/u)
  await page.locator('form[action$="/check/send"] button').click()
  await expect(page).toHaveURL(/\/liaison\/sent$/u)
  await expect(page.getByText(noHour)).toBeVisible()
  await expect(page.getByText('will contact you by', { exact: false })).toHaveCount(0)
  if (javaScriptEnabled) await expectAccessible(page)
})

import { expect } from '@playwright/test'
import { publishFigures } from '../factories/published-figures'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

test.beforeAll(async () => {
  await publishFigures()
})

const year = '/staff/figures?from=2024-04&to=2025-03'
const ofYear = 'from=2024-04&until=2025-03'
/** The month it is, as the product writes it: what is sent now came in it. */
const monthNow = () =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit' },
  }).format(new Date())

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a told number leads to the cases of its kind, and these back to figures', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto(year)
      if (javaScriptEnabled) await expectAccessible(page)
      const channel = page.locator('figure#channel')
      await expect(channel.getByRole('link', { name: 'online' }).first()).toHaveAttribute(
        'href',
        `/staff?channel=online&${ofYear}`,
      )
      const trend = page.locator('figure#trend')
      await trend.locator('summary').click()
      await expect(trend.getByRole('link', { name: 'June 2024' })).toHaveAttribute(
        'href',
        '/staff?from=2024-06&until=2024-06',
      )
      // What cannot be listed leads nowhere.
      for (const id of ['week', 'repeat', 'time', 'answers'])
        await expect(page.locator(`figure#${id} a`)).toHaveCount(0)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)

      await page
        .locator('figure#district')
        .getByRole('link', { name: /Stevenage/ })
        .first()
        .click()
      await page.waitForURL((url) => url.pathname === '/staff')
      expect(new URL(page.url()).search).toBe(`?district=stevenage&${ofYear}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Received April 2024 to March 2025')
      await expect(page).toHaveTitle(/^Received April 2024 to March 2025 – /)
      await expect(page.getByText('a published figure was settled at another time')).toBeVisible()
      await expect(page.getByLabel('District', { exact: true })).toHaveValue('stevenage')
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'Figures of these months' }).click()
      await page.waitForURL(/\/staff\/figures\?from=2024-04&to=2025-03$/)
      await page.getByRole('link', { name: 'See these cases in the queue' }).click()
      await page.waitForURL((url) => url.search === `?${ofYear}`)
    })

    test('a promise and an ending lead to the cases of their kind, by when they fell due and were closed', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto(year)
      const endings = page.locator('figure#endings')
      await endings.locator('summary').click()
      const ending = endings.locator('table a').first()
      await expect(ending).toHaveAttribute(
        'href',
        new RegExp(`^/staff\\?channel=[a-z0-9-]+&of=closed&disposition=[a-z-]+&${ofYear}$`, 'u'),
      )
      await page.locator('figure#promises').getByRole('link', { name: /^Kept/u }).first().click()
      await page.waitForURL((url) => url.search === `?of=promised&outcome=kept&${ofYear}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'First promise due April 2024 to March 2025',
      )
      await expect(page.getByLabel('What was in these months')).toHaveValue('promised')
      await expect(page.getByLabel('First promise', { exact: true })).toHaveValue('kept')
      await expect(page.getByText('a published figure was settled at another time')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('What was in these months').selectOption('closed')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.waitForURL(/of=closed/u)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Closed April 2024 to March 2025')
      await page.getByLabel('Ending', { exact: true }).selectOption('advice')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.waitForURL(/disposition=advice/u)
      await expect(page.getByLabel('Ending', { exact: true })).toHaveValue('advice')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
    })

    test('months are typed where a queue is narrowed, and what is wrong with them is said', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff')
      await expect(page.getByLabel('First month')).toBeHidden()
      await page.getByText('Months', { exact: true }).click()
      await page.getByLabel('First month').fill('2025-05')
      await page.getByLabel('Last month').fill('2025-04')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page.locator('#problem')).toContainText('The last month is before the first.')
      await expect(page).toHaveTitle(/^Check this page – /u)
      await expect(page.getByLabel('First month')).toHaveValue('2025-05')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.locator('#problem a').click()
      await expect(page.getByLabel('Last month')).toBeFocused()
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      await page.getByLabel('Last month').fill('2025-06')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Received May 2025 to June 2025')
      await expect(page.locator('#problem')).toHaveCount(0)
      for (const [wrong, said] of [
        ['from=2099-01&until=2099-02', 'That month is yet to come.'],
        ['from=May&until=2025-06', 'Write a month as year and month'],
        ['from=2010-01&until=2025-06', 'Choose ten years or less.'],
        ['from=2025-06&until=', 'Write a month here as well'],
      ] as const) {
        await page.goto(`/staff?${wrong}`)
        await expect(page.locator('#problem')).toContainText(said)
      }
    })

    test('what was in some months is asked of no months in vain, and stays chosen', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff')
      await page.getByText('Months', { exact: true }).click()
      const what = page.getByLabel('What was in these months')
      await what.selectOption('closed')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page.locator('#problem')).toContainText('Write the months in which it was closed')
      await expect(what).toHaveValue('closed')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      await page.locator('#problem a').click()
      await expect(page.getByLabel('First month')).toBeFocused()
      await page.getByLabel('First month').fill('2025-04')
      await page.getByLabel('Last month').fill('2025-05')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Closed April 2025 to May 2025')
      await expect(page.locator('#problem')).toHaveCount(0)
    })

    test('narrowing further keeps the months, and what is none is passed over', async ({ page, enter }) => {
      const thisMonth = monthNow()
      const reference = await sendReport(page)
      await enter('supervisor')
      await page.goto(`/staff?from=${thisMonth}&until=${thisMonth}&find=${reference}`)
      await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
      await page.getByLabel('Way in', { exact: true }).selectOption('online')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.waitForURL(/channel=online/)
      expect(new URL(page.url()).searchParams.get('from')).toBe(thisMonth)
      await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
      await page.goto(`/staff?from=2020-01&until=2020-01&find=${reference}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Received in January 2020')
      await expect(page.locator(`[data-row="${reference}"]`)).toHaveCount(0)
      for (const wrong of ['from=2026-03&until=2026-02', 'from=2026-13&until=2027-01', 'from=2026-03']) {
        await page.goto(`/staff?${wrong}&find=${reference}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue')
        await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
      }
    })
  })
}

test('a number that is hidden leads nowhere', async ({ page, enter }) => {
  await enter('supervisor')
  await page.goto('/staff/figures?from=2024-04&to=2025-03&district=stevenage&strand=race&channel=phone-101')
  await expect(page.locator('figure#district')).toContainText('So many things at once')
  await expect(page.locator('figure a')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'See these cases in the queue' })).toHaveCount(0)
  await page.goto(year)
  const isHidden = await page
    .locator('figure table tbody tr')
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.children[1]?.textContent.trim() === 'not shown')
        .map((row) => row.querySelectorAll('a').length),
    )
  expect(isHidden.length).toBeGreaterThan(0)
  expect(isHidden.every((links) => links === 0)).toBe(true)
})

test('whoever has no queue has no links, and one that is passed on shows them no case', async ({
  page,
  enter,
}) => {
  const thisMonth = monthNow()
  const reference = await sendReport(page)
  const narrowed = `/staff?from=${thisMonth}&until=${thisMonth}&find=${reference}`
  await enter('supervisor')
  await page.goto(narrowed)
  await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
  for (const role of ['auditor', 'administrator', 'strategic-lead'] as const) {
    await enter(role)
    await page.goto(year)
    await expect(page.locator('figure')).toHaveCount(10)
    await expect(page.locator('figure a')).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'See these cases in the queue' })).toHaveCount(0)
    await page.goto(narrowed)
    expect(new URL(page.url()).pathname).not.toBe('/staff')
    await expect(page.locator('[data-row]')).toHaveCount(0)
  }
  // They have a queue, and this case was not recorded by them.
  await enter('call-handler')
  await page.goto(narrowed)
  await expect(page.getByText('These are the cases of this kind that you may see now.')).toBeVisible()
  await expect(page.locator(`[data-row="${reference}"]`)).toHaveCount(0)
})

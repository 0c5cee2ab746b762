import { expect } from '@playwright/test'
import { publishFigures } from '../factories/published-figures'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

test.beforeAll(async () => {
  await publishFigures()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a whole year is drawn with its numbers, and given as a file of the same cells', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures?from=2024-04&to=2025-03')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Figures')
      await expect(page.locator('figure')).toHaveCount(10)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)

      const district = page.locator('figure#district')
      await district.locator('summary').click()
      const rows = await district
        .locator('table tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
      expect(rows.length).toBeGreaterThan(9)
      const file = await page.request.get('/staff/figures/file.csv?from=2024-04&to=2025-03')
      expect(file.headers()['content-type']).toContain('text/csv')
      const csv = await file.text()
      // What is tried here is a demonstration.
      for (const said of [csv, await page.locator('main').innerText()])
        expect(said).toContain('Every number here is made up')
      for (const [name = '', count = ''] of rows)
        expect(csv, name).toContain(
          `"Where what was reported happened","${name}","2024-04","2025-03",,"${count.replaceAll(',', '')}"`,
        )
    })

    test('months of several years stand below each other, with the table of the trend', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures?from=2023-04&to=2025-03')
      const trend = page.locator('figure#trend')
      const years = trend.getByRole('img', { name: 'The same months, a line for each year' })
      await expect(years).toBeVisible()
      await expect(years).toHaveAccessibleDescription(
        /^Most of those that are shown: \w+ 20\d\d, [\d,]+\. Fewest/u,
      )
      await expect(trend.locator('table')).toHaveCount(1)
      await trend.locator('summary').click()
      const rows = await trend
        .locator('table tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
      const fields = await years.locator('title').allTextContents()
      expect(fields.length).toBeGreaterThan(12)
      expect(fields).toEqual(rows.map(([month = '', count = '']) => `${month}: ${count}`))
      if (javaScriptEnabled) await expectAccessible(page)
      for (const dir of ['ltr', 'rtl'])
        for (const width of [1440, 320]) {
          await page.setViewportSize({ width, height: 640 })
          await page.evaluate((to) => (document.documentElement.dir = to), dir)
          await expectNoSidewaysScroll(page)
          const isCut = await years
            .locator('span')
            .evaluateAll((all) =>
              all.some((field) => field.scrollWidth > field.clientWidth + 1 && field.clientWidth > 0),
            )
          expect(isCut, `${dir} ${width}`).toBe(false)
        }
      await page.goto('/staff/figures?from=2024-04&to=2025-03')
      await expect(trend).toBeVisible()
      await expect(years).toHaveCount(0)
    })

    test('recorded crimes have the shape of the return, and the file has the same cells', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures/return?year=2024')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('in the shape of the yearly return')
      const rows = await page
        .locator('table tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
      expect(rows.map(([of]) => of).slice(0, 2)).toEqual(['Each case once', 'At least partly online'])
      expect(rows.flat().filter((cell) => /^\d+$/u.test(cell)).length).toBeGreaterThan(20)
      const csv = await (await page.request.get('/staff/figures/return/file.csv?year=2024')).text()
      for (const said of [csv, await page.locator('main').innerText()])
        expect(said).toContain('Every number here is made up')
      for (const row of rows) expect(csv).toContain(row.map((cell) => `"${cell}"`).join(','))
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)

      await page.goto('/staff/figures/return?year=1066')
      await expect(page.locator('#problem')).toContainText('There is no such year.')
      if (javaScriptEnabled) await expectAccessible(page)
      const refused = await page.request.get('/staff/figures/return/file.csv?year=1066', { maxRedirects: 0 })
      expect(refused.status()).toBe(303)
    })

    test('what tells of single people is not shown, and the page says why', async ({ page, enter }) => {
      await enter('liaison-officer')
      await page.goto(
        '/staff/figures?from=2024-04&to=2025-03&district=stevenage&strand=race&channel=phone-101',
      )
      await expect(page.locator('figure#district')).toContainText('so many things at once', {
        ignoreCase: true,
      })
      await expect(page.locator('figure#district td', { hasText: /^\d/ })).toHaveCount(0)
      await page.goto('/staff/figures?from=2024-05&to=2025-03&district=stevenage&strand=race')
      await expect(page.locator('figure#trend')).toContainText(
        'Two things at once are told of whole years alone: choose April to March.',
      )
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('months that are not published are not said to be empty, and lead to those that are', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures?from=2018-04&to=2018-05')
      await expect(page.locator('main')).toContainText('Figures are published from')
      await expect(page.locator('figure#trend')).toContainText('That does not mean that there are none.')
      await expect(page.locator('main')).not.toContainText('There is nothing to show here.')
      await page.goto('/staff/figures?from=2018-04&to=2024-05')
      await page.getByRole('link', { name: /^The same question, / }).click()
      await expect(page).toHaveURL(/from=20(19|2\d)-\d\d&to=2024-05$/u)
      await expect(page.locator('main')).not.toContainText('Figures are published from')
    })

    test('part of a year has the last whole year of two things at once, in the file too', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures?from=2025-04&to=2025-06')
      const title = 'When in the week people reach us: April 2024 to March 2025'
      await expect(page.locator('figure#week').getByRole('heading')).toHaveText(title)
      await expect(page.locator('figure#week td', { hasText: /^\d/ })).not.toHaveCount(0)
      const file = await page.request.get('/staff/figures/file.csv?from=2025-04&to=2025-06')
      expect(await file.text()).toContain('"When in the week people reach us","All","2024-04","2025-03"')
    })

    test('months that cannot be are met kindly, and what was typed stays', async ({ page, enter }) => {
      await enter('auditor')
      for (const [query, words] of [
        ['from=2025-03&to=2024-04', 'The last month is before the first'],
        ['from=2024-13&to=2025-01', 'Write a month as year and month'],
        ['from=2012-01&to=2025-01', 'Choose ten years or less'],
        ['from=2024-04&to=2099-01', 'That month is yet to come'],
        ['district=atlantis', 'There is no such value'],
        ['weekday=8', 'There is no such value'],
      ] as const) {
        await page.goto(`/staff/figures?${query}`)
        await expect(page.locator('#problem')).toContainText(words)
        const target = await page.locator('#problem a').getAttribute('href')
        await expect(page.locator(target ?? 'none')).toBeVisible()
        await expect(page).toHaveTitle(/^Check this page – Figures – Desk$/)
        await expect(page.locator('figure')).toHaveCount(0)
        const from = new URLSearchParams(query).get('from')
        if (from !== null) await expect(page.getByLabel('From month')).toHaveValue(from)
        const file = await page.request.get(`/staff/figures/file.csv?${query}`, { maxRedirects: 0 })
        expect(file.status()).toBe(303)
        if (javaScriptEnabled) await expectAccessible(page)
      }
      await page.goto('/staff/figures?district=atlantis')
      await expect(page.getByRole('combobox', { name: 'District', exact: true })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
    })
  })
}

test('on a wide screen no chart leaves a gap beside it', async ({ page, enter }) => {
  await enter('supervisor')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/staff/figures?from=2024-04&to=2025-03')
  const boxOf = async (id: string) => {
    const box = await page.locator('.card', { has: page.locator(`figure#${id}`) }).boundingBox()
    if (box === null) throw new Error(`${id} is not drawn.`)
    return { top: box.y, bottom: box.y + box.height }
  }
  for (const [one, ...beside] of [
    ['district', 'strands', 'channel'],
    ['week', 'promises'],
    ['time', 'repeat', 'answers'],
  ] as const) {
    const [high, first, last] = [await boxOf(one), await boxOf(beside[0]), await boxOf(beside.at(-1) ?? '')]
    expect(first.top).toBeCloseTo(high.top, 0)
    expect(last.bottom).toBeCloseTo(high.bottom, 0)
  }
})

test('figures are for those who answer for the desk, and nobody else', async ({ page, enter }) => {
  await enter('call-handler')
  for (const path of [
    '/staff/figures',
    '/staff/figures/file.csv',
    '/staff/figures/return',
    '/staff/figures/return/file.csv',
  ])
    expect((await page.request.get(path)).status()).toBe(404)
})

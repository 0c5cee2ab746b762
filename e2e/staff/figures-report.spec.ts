import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { publishFigures } from '../factories/published-figures'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

test.beforeAll(async () => {
  await publishFigures()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a month is reported with the year so far, on a screen and on paper', async ({ page, enter }) => {
      await enter('supervisor')
      await page.goto('/staff/figures')
      await page.getByRole('link', { name: 'Monthly report to print' }).click()
      await expect(page).toHaveTitle('Monthly report – Desk')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Hate crime and liaison: December 2025',
      )
      await expect(page.getByRole('link', { name: 'The month after' })).toHaveCount(0)
      await page.getByLabel('Month', { exact: true }).fill('2025-09')
      await Promise.all([
        page.waitForURL(/month=2025-09/u),
        page.getByRole('button', { name: 'Show', exact: true }).click(),
      ])
      await expect(page.getByRole('heading', { level: 1 })).toContainText('September 2025')
      await expect(page.locator('section table')).toHaveCount(9)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)

      await page.setViewportSize({ width: 794, height: 1123 })
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByLabel('Month', { exact: true })).toBeHidden()
      await expect(page.getByRole('navigation')).toBeHidden()
      await expect(page.getByText('How these were made')).toBeVisible()
      // What is tried here is a demonstration.
      await expect(page.getByText('Every number here is made up')).toBeVisible()
      await expectNoSidewaysScroll(page)
    })

    test('a month that cannot be reported is met kindly, and what was typed stays', async ({
      page,
      enter,
    }) => {
      await enter('auditor')
      for (const [month, words] of [
        ['2099-01', 'That month is yet to come'],
        ['2026-01', 'That month is not published yet. The last one is December 2025.'],
        ['2019-01', 'There are no figures of that month'],
        ['next month', 'Write a month as year and month'],
        ['2025-13', 'Write a month as year and month'],
      ] as const) {
        await page.goto(`/staff/figures/report?month=${month}`)
        await expect(page.locator('#problem')).toContainText(words)
        await expect(page).toHaveTitle(/^Check this page – /u)
        await expect(page.locator('figure, table')).toHaveCount(0)
        await expect(page.getByLabel('Month', { exact: true })).toHaveValue(month)
        await page.locator('#problem a').click()
        await expect(page.getByLabel('Month', { exact: true })).toBeInViewport()
      }
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
    })

    test('the page says what it is narrowed to, keeps that, and leads to what is wrong', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/figures?from=2024-04&to=2025-03&strand=not-race&weekday=2')
      const narrowed = page.getByText('April 2024 to March 2025. Only Strand: not race; Day: Tuesday.')
      await expect(narrowed).toBeVisible()
      await expect(page.locator('figure#strands tbody tr')).not.toHaveCount(0)
      await expect(page.locator('figure#strands tbody tr th', { hasText: /^Race$/u })).toHaveCount(0)
      await page.getByLabel('To month').fill('2024-06')
      await Promise.all([
        page.waitForURL(/to=2024-06.*strand=not-race.*weekday=2/u),
        page.getByRole('button', { name: 'Show', exact: true }).click(),
      ])
      await expect(page.getByText('April 2024 to June 2024. Only Strand: not race')).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText('Only Strand: not race')).toBeVisible()
      await page.emulateMedia({ media: 'screen' })

      await page.goto('/staff/figures?district=atlantis&weekday=9')
      await expect(page.locator('#problem a')).toHaveCount(2)
      for (const [field, typed] of [
        ['district', 'atlantis'],
        ['weekday', '9'],
      ] as const) {
        const control = page.locator(`#figure-${field}`)
        await expect(page.locator(`#problem a[href="#figure-${field}"]`)).toHaveCount(1)
        await expect(control).toBeVisible()
        await expect(control).toHaveValue(typed)
      }
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('the cells of the page are given as a spreadsheet', async ({ page, enter }) => {
      await enter('administrator')
      await page.goto('/staff/figures?from=2024-04&to=2025-03')
      const address = await page.getByRole('link', { name: 'as a spreadsheet (ODS)' }).getAttribute('href')
      const file = await page.request.get(address ?? '')
      expect(file.headers()['content-type']).toBe('application/vnd.oasis.opendocument.spreadsheet')
      expect(file.headers()['content-disposition']).toContain('figures-2024-04-2025-03.ods')
      const xml = strFromU8(unzipSync(new Uint8Array(await file.body()))['content.xml'] ?? new Uint8Array())
      expect(xml).toContain('Every number here is made up')
      await page.locator('figure#channel summary').click()
      const rows = await page
        .locator('figure#channel table tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
      expect(rows.length).toBeGreaterThan(3)
      for (const [name = '', count = ''] of rows)
        expect(xml.replaceAll('&amp;', '&')).toMatch(
          new RegExp(
            `<text:p>${name.replaceAll(/[()]/gu, '\\$&')}</text:p></table:table-cell>.{0,400}<text:p>${count.replaceAll(',', '')}</text:p>`,
            'u',
          ),
        )
    })
  })
}

test('the report is for those who answer for the desk, and nobody else', async ({ page, enter }) => {
  await enter('call-handler')
  for (const path of ['/staff/figures/report', '/staff/figures/file.ods'])
    expect((await page.request.get(path)).status()).toBe(404)
})

import { expect, test } from '@playwright/test'
import { publishFigures } from '../factories/published-figures'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'

test.beforeAll(async () => {
  await publishFigures()
})

for (const [language, heading, hidden, madeUp] of [
  ['', 'How many reports and requests came to us', 'not shown', 'Every count here is made up'],
  [
    '/cy',
    'Faint o adroddiadau a cheisiadau ddaeth aton ni',
    'heb ei ddangos',
    'Mae pob nifer yma wedi’i ddyfeisio',
  ],
] as const)
  test(`${language}/open-data has counts for anybody, and a file of them`, async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.goto(language === '' ? '/' : language)
    await page.locator(`footer a[href="${language}/open-data"]`).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    // What is tried here is a demonstration.
    await expect(page.getByText(madeUp)).toBeVisible()
    await expect(page.locator('table')).toHaveCount(4)
    await expect(page.getByRole('cell', { name: hidden, exact: true }).first()).toBeVisible()
    await page.setViewportSize({ width: 320, height: 700 })
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    const address = await page.getByRole('link', { name: '(CSV)' }).getAttribute('href')
    expect(address).toBe(`${language}/open-data/file.csv`)
    const cells = await page.locator('tbody td').allTextContents()
    const file = await page.request.get(address ?? '')
    expect(file.headers()['content-disposition']).toContain('open-data-2025-12.csv')
    expect(await file.text()).toContain(madeUp)
    const lines = (await file.text()).split('\r\n').filter((line) => !line.startsWith('"made"'))
    // The headings and the end of the last line.
    expect(lines).toHaveLength(cells.length + 2)
    // Looking leaves nothing behind.
    expect(await page.context().cookies()).toEqual([])
  })

import type { Page } from '@playwright/test'
import { go, type Shot } from './picture.ts'

const year = '/staff/figures?from=2024-04&to=2025-03'
const years = '/staff/figures?from=2023-04&to=2025-09'
const part = '/staff/figures?from=2025-04&to=2025-09'
const tooFine = '/staff/figures?from=2024-05&to=2025-02&district=stevenage&strand=race'

/** As on paper: its colours, and what is there for the screen alone left out. */
const onPaper = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.emulateMedia({ media: 'print' })
}

/** As a printer without colours has it, or eyes that see none. */
const inGreys = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.evaluate(() => {
    document.documentElement.style.filter = 'grayscale(1)'
  })
}

/** A sheet of A4, in the pixels of a browser. */
const sheet = 794

/** How the desk stands, and figures about all cases, as a supervisor sees them. */
export const insightShots: readonly Shot[] = [
  { name: 'insight', width: 1440, scheme: 'light', reach: go('/staff/insights') },
  { name: 'insight', width: 390, scheme: 'dark', reach: go('/staff/insights') },
  { name: 'insight-records', width: 390, scheme: 'light', reach: go('/staff/insights/quality') },
  { name: 'figures', width: 1440, scheme: 'light', reach: go(year) },
  { name: 'figures', width: 1440, scheme: 'dark', reach: go(year) },
  { name: 'figures', width: 390, scheme: 'light', reach: go(year) },
  { name: 'figures-years', width: 1440, scheme: 'dark', reach: go(years) },
  { name: 'figures-part', width: 390, scheme: 'dark', reach: go(part) },
  { name: 'figures-too-fine', width: 1440, scheme: 'light', reach: go(tooFine) },
  { name: 'figures-print', width: sheet, scheme: 'light', reach: onPaper(year) },
  { name: 'figures-grey', width: 1440, scheme: 'light', reach: inGreys(year) },
  { name: 'insight-print', width: sheet, scheme: 'light', reach: onPaper('/staff/insights') },
  { name: 'insight-grey', width: 390, scheme: 'light', reach: inGreys('/staff/insights') },
  { name: 'report-print', width: sheet, scheme: 'light', reach: onPaper('/staff/figures/report') },
  { name: 'report', width: 390, scheme: 'dark', reach: go('/staff/figures/report') },
  { name: 'open-data', width: 1280, scheme: 'light', reach: go('/open-data') },
  { name: 'open-data', width: 390, scheme: 'dark', reach: go('/cy/open-data') },
  { name: 'figures-return', width: 1440, scheme: 'light', reach: go('/staff/figures/return?year=2024') },
  { name: 'figures-return', width: 390, scheme: 'dark', reach: go('/staff/figures/return?year=2024') },
  {
    name: 'figures-problem',
    width: 390,
    scheme: 'dark',
    reach: go('/staff/figures?from=2025-03&to=2024-04'),
  },
]

/** And of an officer's own work. */
export const ownInsightShots: readonly Shot[] = [
  { name: 'insight-own', width: 1440, scheme: 'dark', reach: go('/staff/insights/own') },
  { name: 'insight-own', width: 390, scheme: 'light', reach: go('/staff/insights/own') },
]

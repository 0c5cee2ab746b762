import type { Page } from '@playwright/test'
import { playToCheck } from '../fixtures/player'
import { scenarios } from './scenarios'

const plain = scenarios.find(({ journey }) => journey === 'report')

/** Sends a report from Stevenage that nobody is left out of, with these answers besides, and gives its reference. */
export async function sendReport(
  page: Page,
  answers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  if (plain === undefined) throw new Error('There is no scenario of a report.')
  const given = { ...plain.fields, postcode: 'SG1 1EY', excludeDistricts: [], excludeWho: '', ...answers }
  await page.goto('/report/role')
  await playToCheck(page, given)
  await page.getByRole('button', { name: /send/i }).click()
  return page
    .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
}

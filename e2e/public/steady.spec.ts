import { expect, test } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { answerStep } from '../fixtures/player'

/** Where the way on is on a page with room for words, once the page is as it stays. */
async function placeOfWayOn(
  context: BrowserContext,
  javaScriptEnabled: boolean,
): Promise<number | undefined> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/liaison/reason')
  await answerStep(page, { reason: ['advice'] })
  await expect(page).toHaveURL(/\/liaison\/words$/)
  const room = page.getByText('Room for 10,000 more characters')
  if (javaScriptEnabled) await expect(room).toBeVisible()
  else await expect(room).toHaveCount(0)
  const box = await page.locator('form[action$="/answer"] button').boundingBox()
  return box?.y
}

test('the way on stays where it is when a page wakes up: what moves under a finger is not pressed', async ({
  browser,
  baseURL,
}) => {
  const places = []
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({
      javaScriptEnabled,
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    places.push(await placeOfWayOn(context, javaScriptEnabled))
    await context.close()
  }
  expect(places[0]).toBeGreaterThan(0)
  expect(places[1]).toBe(places[0])
})

import { expect, test, type Page } from '@playwright/test'
import { awake } from '../fixtures/awake'
import { answerStep, fillStep } from '../fixtures/player'

const dull = 'https://www.bbc.co.uk/weather'

/** The page people are sent to is not ours and cannot be reached in a test: that the browser asks for it is what counts. */
async function leaves(page: Page, act: () => Promise<void>): Promise<void> {
  const asked = page.waitForRequest((request) => request.url().startsWith(dull))
  await act()
  await asked
}

test('leaving forgets what was typed, here and on the server, and Back does not show it', async ({
  page,
  context,
}) => {
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await fillStep(page, { whatHappened: ['threats'], account: 'a-secret-sentence' })
  await answerStep(page, {})
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 })

  await leaves(page, () => page.getByRole('link', { name: /exit this page/i }).click())
  await expect.poll(() => context.cookies()).toEqual([])

  if (cookie !== undefined) await context.addCookies([cookie])
  await page.goto('/report/what')
  await expect(page).toHaveURL(/\/report\/role/)
  // What Back leads to is a page that never loaded here; what counts is that it does not show the form.
  await page.goBack().catch(() => null)
  await expect(page.locator('body')).not.toContainText('a-secret-sentence')
})

test('on a shared device, answers that are not sent are spoken of, and are not opened for somebody else', async ({
  page,
}) => {
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await fillStep(page, { whatHappened: ['threats'], account: 'a-secret-sentence' })
  await answerStep(page, {})

  await page.goto('/start')
  await page.getByRole('link', { name: 'Go on with your report' }).click()
  await expect(page).toHaveURL(/\/report\/when$/)

  await page.goto('/start')
  await page.getByRole('button', { name: /I saw or heard it/ }).click()
  await expect(page).toHaveURL(/\/report\/what$/)
  await expect(page.locator('[name="account"]')).toHaveValue('')

  await page.goto('/')
  await page.getByRole('button', { name: 'Delete them and start again' }).click()
  await expect(page).toHaveURL(/\/start$/)
  await expect(page.getByText('You have answers you have not sent.')).toHaveCount(0)
  await page.goto('/report/what')
  await expect(page).toHaveURL(/\/report\/role/)
})

test('every page of the public side has the way out, a neutral title and is not stored', async ({
  page,
  request,
}) => {
  const paths = [
    '/',
    '/start',
    '/emergency',
    '/report/role',
    '/liaison/reason',
    '/follow-up',
    '/support',
    '/privacy',
    '/accessibility',
    '/open-data',
  ]
  for (const path of paths) {
    const answer = await page.goto(path)
    await expect(page.getByRole('link', { name: /exit this page/i })).toHaveAttribute('href', '/exit')
    expect(await page.title()).not.toMatch(/hate|lgbt|police|crime|gay|trans|abuse/i)
    expect(answer?.headers()['cache-control']).toContain('no-store')
    expect(answer?.headers()['referrer-policy']).toBe('same-origin')
  }
  const leaving = await request.get('/exit', { maxRedirects: 0 })
  expect(leaving.status()).toBe(303)
  expect(leaving.headers().location).toBe(dull)
})

test('Shift three times leaves', async ({ page, javaScriptEnabled }) => {
  await page.goto('/start')
  const press = async () => {
    for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift')
  }
  if (javaScriptEnabled) {
    await awake(page)
    await leaves(page, press)
    return
  }
  // Without JavaScript the link is the way out, and the key does nothing.
  await press()
  await expect(page).toHaveURL(/\/start$/)
})

test('999 can be reached from every step, and danger said in an answer is answered at once without stopping anybody', async ({
  page,
}) => {
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await answerStep(page, { whatHappened: ['threats'] })
  await answerStep(page, { whenKind: 'now' })
  await expect(page).toHaveURL(/\/report\/where$/)
  await expect(page.getByRole('main').getByRole('link', { name: /999/ }).first()).toHaveAttribute(
    'href',
    'tel:999',
  )
  await answerStep(page, { placeKind: 'home' })
  await answerStep(page, { postcode: 'WD17 1AA' })
  await answerStep(page, {})
  await answerStep(page, {})
  await answerStep(page, { harm: ['self-harm'] })
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /116 123/ })
      .first(),
  ).toHaveAttribute('href', 'tel:116123')
})

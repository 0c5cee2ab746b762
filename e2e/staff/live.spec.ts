import { expect, type Page } from '@playwright/test'
import { securityHeaders } from '@/lib/edge/security-headers'
import { sendReport } from '../factories/sent-report'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

/** The page listens. */
const listens = (page: Page, what: 'queue' | 'case') =>
  expect(page.locator(`[data-live="${what}"]`)).toBeAttached()

/** Somebody new to a case: a note, by its form. */
async function addNote(page: Page, text: string): Promise<void> {
  const note = page.getByLabel('Note', { exact: true })
  if (!(await note.isVisible()))
    await page.locator('details').filter({ has: note }).locator('summary').click()
  await note.fill(text)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save note' }).click()])
}

test('an open queue shows a report that comes in, says so, and moves nothing under what is typed', async ({
  page,
  enter,
  elsewhere,
}) => {
  test.setTimeout(180_000)
  await enter('triager')
  const listening = page.waitForResponse(/\/staff\/live\?since=\d+$/u)
  await page.goto('/staff')
  await listens(page, 'queue')
  const stream = await listening
  expect(stream.headers()['content-type']).toBe('text/event-stream; charset=utf-8')
  for (const [name, value] of securityHeaders(false))
    expect(stream.headers()[name], name).toContain(name === 'cache-control' ? 'no-store' : value)
  const said = page.locator('[data-live="queue"]').getByRole('status')
  const reporter = await elsewhere.newPage()
  await sendReport(reporter)
  await expect(said).toHaveText(/new cases?\./)
  await expectAccessible(page)

  const find = page.locator('[data-find]')
  await find.fill('HC-7K2Q')
  await find.press('Home')
  await elsewhere.clearCookies()
  await sendReport(reporter)
  const show = page.getByRole('button', { name: 'Show what is new' })
  await expect(show).toBeVisible()
  await expect(find).toBeFocused()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await show.click()
  await expect(show).toBeHidden()
  await expect(find).toHaveValue('HC-7K2Q')
})

test('an open case shows what another adds, says who else has it open, and warns before two write', async ({
  page,
  enter,
  elsewhere,
  origin,
}) => {
  test.setTimeout(180_000)
  const reference = await sendReport(page)
  const one = await enter('supervisor')
  await openCase(page, reference)
  await listens(page, 'case')
  const other = await newStaff('supervisor')
  await letIn(elsewhere, other, origin)
  const second = await elsewhere.newPage()
  await openCase(second, reference)
  await listens(second, 'case')
  await expect(second.locator('[data-company]')).toContainText(`${one.name} has this open.`)
  await expect(page.locator('[data-company]')).toContainText(`${other.name} has this open.`)
  await expectAccessible(page)

  await page.mouse.move(200, 200)
  await addNote(second, 'Rang the housing officer.')
  await expect(page.getByText('Rang the housing officer.')).toBeVisible()
  await expect(page.locator('[data-live="case"]')).toContainText('This page now shows what changed.')

  const note = page.getByLabel('Note', { exact: true })
  if (!(await note.isVisible()))
    await page.locator('details').filter({ has: note }).locator('summary').click()
  await note.fill('I am writing this.')
  await expect(second.locator('[data-company]')).toContainText(`${one.name} has this open and is writing.`)
  await addNote(second, 'A second note.')
  await expect(page.getByRole('button', { name: 'Show what is new' })).toBeVisible()
  await expect(note).toHaveValue('I am writing this.')
  await expect(page.getByText('A second note.')).toBeHidden()
  await expectAccessible(page)

  const typed = second.getByLabel('Note', { exact: true })
  if (!(await typed.isVisible()))
    await second.locator('details').filter({ has: typed }).locator('summary').click()
  await typed.fill('So am I.')
  await expect(second.locator('[data-company="both"]')).toContainText(`${one.name} is writing too.`)
  await page.getByRole('button', { name: 'Show what is new' }).click()
  await expect(page.getByText('A second note.')).toBeVisible()
  await expect(note).toHaveValue('I am writing this.')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reload shows what is new, and who has a case open', async ({ page, enter, elsewhere, origin }) => {
    test.setTimeout(180_000)
    const reference = await sendReport(page)
    const one = await enter('supervisor')
    await openCase(page, reference)
    const other = await newStaff('supervisor')
    await letIn(elsewhere, other, origin)
    const second = await elsewhere.newPage()
    await openCase(second, reference)
    await expect(second.locator('[data-company]')).toContainText(`${one.name} has this open.`)
    await expect(page.locator('[data-company]')).toHaveCount(0)
    await page.reload()
    await expect(page.locator('[data-company]')).toContainText(`${other.name} has this open.`)
  })
})

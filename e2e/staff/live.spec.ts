import { expect, type Page, type Request } from '@playwright/test'
import { securityHeaders } from '@/lib/edge/security-headers'
import { giveCalm, leaveDistricts } from '../factories/calm-case'
import { giveBook } from '../factories/offered-case'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { ownCase, sendReport } from '../fixtures/send-journey'

/** The page listens. */
const listens = (page: Page, what: 'queue' | 'case') =>
  expect(page.locator(`[data-live="${what}"]`)).toBeAttached()

const rowOf = (page: Page, reference: string) => page.locator(`[data-row="${reference}"]`)

/** What a page has asked for and not had yet, to be drawn anew. */
function drawn(page: Page): ReadonlySet<Request> {
  const asked = new Set<Request>()
  page.on('request', (request) => {
    if (request.headers().rsc !== undefined) asked.add(request)
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      asked.delete(request)
    })
  return asked
}

/** Something new to a case: a note, by its form. */
async function addNote(page: Page, text: string): Promise<void> {
  const note = page.getByLabel('Note', { exact: true })
  if (!(await note.isVisible()))
    await page.locator('details').filter({ has: note }).locator('summary').click()
  await note.fill(text)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save note' }).click()])
}

test('an open queue shows a report that comes in, and says so', async ({ page, enter, elsewhere }) => {
  test.setTimeout(180_000)
  await enter('supervisor')
  const listening = page.waitForResponse(/\/staff\/live\?since=\d+$/u)
  // Few enough for all of it to be on one page, whatever others send in meanwhile.
  await page.goto('/staff?district=three-rivers&strand=race')
  await listens(page, 'queue')
  const stream = await listening
  expect(stream.headers()['content-type']).toBe('text/event-stream; charset=utf-8')
  for (const [name, value] of securityHeaders(false))
    expect(stream.headers()[name], name).toContain(name === 'cache-control' ? 'no-store' : value)
  const reporter = await elsewhere.newPage()
  const where = { postcode: 'WD3 1AA', district: 'three-rivers' }
  const reference = await sendReport(reporter, where)
  await expect(rowOf(page, reference)).toBeVisible()
  await expect(page.locator('[data-live="queue"]').getByRole('status')).toHaveText(/new cases?\.$/)
  await expectAccessible(page)
})

test('nothing moves under what is typed; a press shows what is new, and counts it once', async ({
  page,
  enter,
  elsewhere,
}) => {
  test.setTimeout(240_000)
  const reporter = await elsewhere.newPage()
  const [one, second, third] = [
    await ownCase(reporter),
    await ownCase(reporter),
    await ownCase(reporter),
  ] as const
  const me = await enter('liaison-officer')
  await leaveDistricts(me)
  // What they are given rests with them, and nobody asks them to take more.
  await giveBook(me, [], 0)
  await giveCalm(one, me)
  // Nobody is asked to take the others meanwhile.
  const other = await newStaff('supervisor')
  await giveCalm(second, other)
  await giveCalm(third, other)
  const drawing = drawn(page)
  const listening = page.waitForResponse(/\/staff\/live\?since=\d+$/u)
  await page.goto('/staff')
  await listens(page, 'queue')
  await listening
  await expect(rowOf(page, one)).toBeVisible()
  const said = page.locator('[data-live="queue"]').getByRole('status')
  const show = page.getByRole('button', { name: 'Show what is new' })
  const find = page.locator('[data-find]')
  await find.fill('HC-7K2Q')
  await find.press('Home')
  // What was asked for before somebody came to the field shows what there is when it is answered.
  await expect.poll(() => drawing.size).toBe(0)
  await giveCalm(second, me)
  await expect(said).toHaveText('1 new case.')
  await expect(show).toBeVisible()
  await expect(find).toBeFocused()
  await expect(rowOf(page, second)).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await show.click()
  await expect(rowOf(page, second)).toBeVisible()
  await expect(show).toBeHidden()
  await expect(said).toBeFocused()
  await expect(find).toHaveValue('HC-7K2Q')
  await giveCalm(third, me)
  await expect(show).toBeVisible()
  await expect(said).toHaveText('1 new case.')
})

test('nothing moves under whoever came to a field while it was asked whether their session lives', async ({
  page,
  enter,
  elsewhere,
}) => {
  test.setTimeout(180_000)
  const reference = await ownCase(await elsewhere.newPage())
  await giveCalm(reference, await newStaff('supervisor'))
  const me = await enter('liaison-officer')
  await leaveDistricts(me)
  await giveBook(me, [], 0)
  const listening = page.waitForResponse(/\/staff\/live\?since=\d+$/u)
  await page.goto('/staff')
  await listens(page, 'queue')
  await listening
  const asked = Promise.withResolvers<undefined>()
  const answer = Promise.withResolvers<undefined>()
  await page.route('**/staff/session', async (route) => {
    asked.resolve(undefined)
    await answer.promise
    await route.continue()
  })
  await giveCalm(reference, me)
  await asked.promise
  await page.locator('[data-find]').focus()
  answer.resolve(undefined)
  await expect(page.getByRole('button', { name: 'Show what is new' })).toBeVisible()
  await expect(page.locator('[data-live="queue"]').getByRole('status')).toHaveText('1 new case.')
  await expect(rowOf(page, reference)).toHaveCount(0)
})

test('what came while nothing answered is shown, and counted, once something does', async ({
  page,
  enter,
  elsewhere,
}) => {
  test.setTimeout(180_000)
  const reference = await ownCase(await elsewhere.newPage())
  await giveCalm(reference, await newStaff('supervisor'))
  const me = await enter('liaison-officer')
  await leaveDistricts(me)
  await giveBook(me, [], 0)
  const listening = page.waitForResponse(/\/staff\/live\?since=\d+$/u)
  await page.goto('/staff')
  await listens(page, 'queue')
  await listening
  const said = page.locator('[data-live="queue"]').getByRole('status')
  await page.route('**/staff/session', (route) => route.abort())
  await giveCalm(reference, me)
  await expect(said).toContainText('does not show what is new by itself just now')
  await expect(rowOf(page, reference)).toHaveCount(0)
  await page.unroute('**/staff/session')
  await expect(rowOf(page, reference)).toBeVisible()
  await expect(said).toHaveText('1 new case.')
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
  // Nobody is asked to take it meanwhile.
  await giveCalm(reference, one)
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

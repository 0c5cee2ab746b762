import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe'
import { openCase, sayWhy, test } from '../fixtures/desk'
import { codeNow, password } from '../fixtures/people'
import { sendReport } from '../fixtures/send-journey'
import {
  ageSessions,
  asOwner,
  auditOf,
  letIn,
  newStaff,
  type StaffAccount,
} from '../factories/staff-accounts'

const note = 'Rang at ten, no answer. She prefers the afternoon: “after two”.'
/** Before that nothing counts the minutes. */
const isWatching = (page: Page) => expect(page.locator('[data-watching="true"]')).toBeAttached()
const notice = (page: Page) => page.getByText('Your session ends in two minutes')

/** Fills in whatever sign-in page is shown. */
async function signInHere(page: Page, email: string): Promise<void> {
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel(/e-?mail/i).fill(email)
  await page
    .getByLabel(/password/i)
    .first()
    .fill(password)
  await page.getByLabel(/code/i).first().fill(codeNow())
  await page.getByRole('button', { name: /^sign in$/i }).click()
}

async function openNote(page: Page, reference: string): Promise<void> {
  await openCase(page, reference)
  await page.getByText('Add a note').click()
  await page.getByLabel('Note', { exact: true }).fill(note)
}

async function notesOf(reference: string): Promise<number> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ notes: number }>(
      `SELECT count(*)::integer AS notes FROM case_event e JOIN "case" c ON c.id = e.case_id
        WHERE c.reference = $1 AND e.type = 'noted'`,
      [reference],
    )
    return rows[0]?.notes ?? 0
  })
}

test.describe('the warning before the end', () => {
  /** At the desk, thirteen minutes after the last click. */
  async function idle(page: Page, account: StaffAccount): Promise<void> {
    await page.clock.install()
    await page.goto('/staff/help')
    await isWatching(page)
    await ageSessions(account, 13)
  }

  test('comes at thirteen minutes, is said politely, takes no focus, and keeps the session when asked', async ({
    page,
    enter,
  }) => {
    const account = await enter('supervisor')
    await idle(page, account)
    await page.clock.fastForward('12:00')
    await expect(notice(page)).toBeHidden()
    await page.getByRole('link', { name: /queue/i }).first().focus()
    await page.clock.fastForward('01:30')
    await expect(notice(page)).toBeVisible()
    await expect(page.getByRole('status').filter({ has: notice(page) })).toBeVisible()
    await expect(page.getByRole('link', { name: /queue/i }).first()).toBeFocused()
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await expect(notice(page)).toBeHidden()
    await expect(page.getByText('You stay signed in.')).toBeAttached()
    await page.goto('/staff/help')
    await expect(page).toHaveURL(/help/)
    expect(await auditOf(account)).not.toContain('session-ended')
  })

  test('asks by itself and keeps nobody signed in by that; what was typed stays', async ({ page, enter }) => {
    const account = await enter('supervisor')
    await idle(page, account)
    await page.clock.fastForward('13:30')
    await expect(notice(page)).toBeVisible()
    await ageSessions(account, 15.5)
    await page.clock.fastForward('02:30')
    await expect(page.getByText('Your session has ended')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/staff/help')
    await expect(page).toHaveURL(/sign-in\?done=ended&back=%2Fstaff%2Fhelp/)
  })

  test('goes away in every tab when one of them stays', async ({ page, context, enter }) => {
    const account = await enter('supervisor')
    await idle(page, account)
    const other = await context.newPage()
    await other.clock.install()
    await other.goto('/staff/help')
    await isWatching(other)
    await ageSessions(account, 13)
    for (const tab of [page, other]) {
      await tab.clock.fastForward('13:30')
      await expect(notice(tab)).toBeVisible()
    }
    await other.getByRole('button', { name: 'Stay signed in' }).click()
    await expect(notice(page)).toBeHidden()
  })

  test('says so before the twelve hours are over, and offers nothing it cannot give', async ({
    page,
    enter,
  }) => {
    const account = await enter('supervisor')
    await idle(page, account)
    await ageSessions(account, 0, 12 * 60 - 1)
    await page.clock.fastForward('13:30')
    await expect(page.getByText('You will be signed out in two minutes')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeHidden()
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a note sent after the session ended is in its form again for its writer', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      const account = await enter('supervisor')
      await openNote(page, reference)
      const before = await notesOf(reference)
      await ageSessions(account, 16)
      await page.getByRole('button', { name: 'Save note' }).click()
      await signInHere(page, account.email)
      await expect(page).toHaveURL(new RegExp(`/staff/cases/${reference}`))
      await sayWhy(page)
      await expect(page.getByText('You were signed out before this was saved.')).toBeVisible()
      await expect(page.getByLabel('Note', { exact: true })).toHaveValue(note)
      expect(await notesOf(reference)).toBe(before)
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page).toHaveURL(/done=note/)
      expect(await notesOf(reference)).toBe(before + 1)
    })

    test('nobody else who signs in there sees it, nor its writer from another browser', async ({
      page,
      origin,
      enter,
      elsewhere,
    }) => {
      const reference = await sendReport(page)
      const writer = await enter('supervisor')
      const other = await newStaff('supervisor')
      await openNote(page, reference)
      await ageSessions(writer, 13 * 60, 13 * 60)
      await page.getByRole('button', { name: 'Save note' }).click()
      await signInHere(page, other.email)
      await expect(page).toHaveURL(new RegExp(`/staff/cases/${reference}`))
      await sayWhy(page)
      expect(await page.content()).not.toContain('prefers the afternoon')
      await expect(page.getByText('You were signed out before this was saved.')).toBeHidden()

      await letIn(elsewhere, writer, origin)
      const there = await elsewhere.newPage()
      await openCase(there, reference)
      expect(await there.content()).not.toContain('prefers the afternoon')
    })

    test('a page left open by somebody does nothing in the name of the next to sign in there', async ({
      page,
      enter,
      enterAs,
    }) => {
      const reference = await sendReport(page)
      const writer = await enter('supervisor')
      await openNote(page, reference)
      const before = await notesOf(reference)
      await enter('supervisor')
      await page.getByRole('button', { name: 'Save note' }).click()
      await expect(page.getByText('nothing was done in your name')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await notesOf(reference)).toBe(before)
      await openCase(page, reference)
      expect(await page.content()).not.toContain('prefers the afternoon')
      await enterAs(writer)
      await openCase(page, reference)
      await expect(page.getByLabel('Note', { exact: true })).toHaveValue(note)
    })

    test('what is being recorded waits in its step', async ({ page, enter }) => {
      const account = await enter('call-handler')
      await page.goto('/staff/record')
      await page.getByLabel('They called 101').check()
      await page.getByLabel('To talk to an LGBT+ liaison officer').check()
      await page.getByRole('button', { name: 'Start' }).click()
      await expect(page).toHaveURL(/record\/liaison\/reason/)
      await page.locator('[name="reason"][value="advice"]').check()
      await page.locator('form[action$="/answer"] button').click()
      await expect(page).toHaveURL(/record\/liaison\/words/)
      if (javaScriptEnabled) await isWatching(page)
      await page.locator('textarea').first().fill(note)
      await ageSessions(account, 16)
      await page.locator('form[action$="/answer"] button').click()
      await signInHere(page, account.email)
      await expect(page).toHaveURL(/record\/liaison\/words/)
      await expect(page.locator('textarea').first()).toHaveValue(note)
    })
  })
}

test('a page asked for after the end is the one shown after signing in', async ({ page, enter }) => {
  const account = await enter('supervisor')
  await ageSessions(account, 20)
  await page.goto('/staff/officers')
  await signInHere(page, account.email)
  await expect(page).toHaveURL(/\/staff\/officers$/)
})

for (const back of [
  '//elsewhere.test/staff',
  'https://elsewhere.test',
  '/\\elsewhere.test',
  '/report/what',
]) {
  test(`signing in leads to the desk and not to ${back}`, async ({ page }) => {
    const account = await newStaff('triager')
    await page.goto(`/staff/sign-in?back=${encodeURIComponent(back)}`)
    await signInHere(page, account.email)
    await expect(page).toHaveURL(/\/staff$/)
  })
}

test('sessions are listed to their owner, who ends another one; its browser is out with the next click', async ({
  page,
  origin,
  enter,
  elsewhere,
}) => {
  const account = await enter('triager')
  await letIn(elsewhere, account, origin)
  await page.goto('/staff/account')
  await expect(page.getByText(/this browser/)).toBeVisible()
  await page.getByRole('button', { name: /^End the session/ }).click()
  await expect(page).toHaveURL(/done=sessions/)
  await expect(page.getByRole('button', { name: /^End the session/ })).toBeHidden()
  const there = await elsewhere.newPage()
  await there.goto('/staff')
  await expect(there).toHaveURL(/sign-in/)
  await page.goto('/staff')
  await expect(page).toHaveURL(/\/staff$/)
})

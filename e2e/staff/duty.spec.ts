import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { auditOf } from '../factories/staff-accounts'

const begun = Date.now()
const inDays = (days: number) => new Date(begun + days * 86_400_000).toISOString().slice(0, 10)
const stamp = (days: number) => inDays(days).replaceAll('-', '')

const calendar = (...lines: readonly string[]) => ({
  name: 'rota.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')),
})
const evenings = (days: number) => [
  'BEGIN:VEVENT',
  'UID:evenings',
  'SUMMARY:With somebody about something',
  `DTSTART;TZID=Europe/London:${stamp(days)}T180000`,
  'DURATION:PT4H',
  'RRULE:FREQ=WEEKLY;COUNT=5',
  'END:VEVENT',
]
const day = (page: Page, date: string) =>
  page.getByRole('listitem').filter({ has: page.locator(`time[datetime="${date}"]`) })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an officer sets a pattern, begun from one that many have, and changes it', async ({
      page,
      enter,
    }) => {
      const officer = await enter('liaison-officer')
      await page.goto('/staff')
      await page.getByRole('link', { name: 'My duty' }).click()
      await expect(page.getByText('Nothing says yet when you are on duty')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'Monday to Friday, 9 to 5' }).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Day 3, Wed: to').fill('')
      await page.getByRole('button', { name: 'Save the pattern' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Enter both times of a day, or neither.')
      await expect(page.getByLabel('Day 1, Mon: from')).toHaveValue('09:00')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('Day 3, Wed: from').fill('')
      await page.getByRole('button', { name: 'Save the pattern' }).click()
      await expect(page.getByText('The pattern is saved.')).toBeVisible()
      await expect(page.getByText('Mon, Tue, Thu, Fri 09:00 to 17:00')).toBeVisible()
      await expect(page.getByText('On duty 09:00 to 17:00').first()).toBeVisible()

      await page.getByRole('link', { name: 'Change' }).click()
      const first = page.getByLabel('First day of the cycle')
      const monday = await first.inputValue()
      const thursday = new Date(Date.parse(monday) + 3 * 86_400_000).toISOString().slice(0, 10)
      await first.fill(thursday)
      await page.getByRole('button', { name: 'Save the pattern' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Day 1 is now a Thursday: check the times')
      await expect(page.getByLabel('Day 1, Thu: from')).toHaveValue('09:00')
      await first.fill(monday)
      await page.getByLabel('Days in the cycle').fill('8')
      await page.getByRole('button', { name: 'Show that many days' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Day 1 is now a Monday: check the times')
      await expect(page.getByLabel('Day 8, Mon: from')).toHaveValue('')
      await page.getByLabel('Days in the cycle').fill('7')
      await page.getByRole('button', { name: 'Show that many days' }).click()
      await expect(page.getByLabel('Day 1, Mon: from')).toHaveValue('09:00')
      await page.getByLabel('Day 7, Sun: from').fill('22:00')
      await page.getByLabel('Day 7, Sun: to').fill('06:00')
      await page.getByRole('button', { name: 'Save the pattern' }).click()
      await expect(page.getByText('On duty from 22:00').first()).toBeVisible()
      await expect(page.getByText('On duty until 06:00').first()).toBeVisible()
      expect(await auditOf(officer)).toContain('duty-changed')
    })

    test('an officer goes on leave, comes back, and takes an evening', async ({ page, enter }) => {
      await enter('liaison-officer')
      await page.goto('/staff/duty')
      await page.getByLabel('First day').fill(inDays(3))
      await page.getByRole('textbox', { name: 'Last day' }).fill(inDays(2))
      await page.getByRole('button', { name: 'Add this time away' }).click()
      await expect(page.getByRole('alert').first()).toContainText('This ends before it begins.')
      await page.getByRole('textbox', { name: 'Last day' }).fill(inDays(5))
      await page.getByRole('button', { name: 'Add this time away' }).click()
      await expect(page.getByText('The time away is added.')).toBeVisible()
      await expect(day(page, inDays(4))).toContainText('Away all day')
      await page.getByRole('button', { name: 'Take back' }).click()
      await expect(page.getByText('The time away is changed.')).toBeVisible()
      await expect(day(page, inDays(4))).not.toContainText('Away')

      await page.getByLabel('Day', { exact: true }).fill(inDays(4))
      await page.getByLabel('From', { exact: true }).fill('18:00')
      await page.getByLabel('To', { exact: true }).fill('22:00')
      await page.getByRole('button', { name: 'Add this duty' }).click()
      await expect(day(page, inDays(4))).toContainText('On duty 18:00 to 22:00')
    })

    test('an officer brings a calendar in, sees what was understood, and takes it along again', async ({
      page,
      enter,
    }) => {
      await enter('liaison-officer')
      await page.goto('/staff/duty')
      await page.getByRole('link', { name: 'Bring in a calendar file' }).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('When I am on duty').check()
      await page
        .getByLabel('Calendar file')
        .setInputFiles(calendar(...evenings(3), 'BEGIN:VEVENT', 'DTSTART:never', 'END:VEVENT'))
      await page.getByRole('button', { name: 'Look at what is in it' }).click()
      await expect(page.getByText('5 times as duty.')).toBeVisible()
      await expect(page.getByText('One event: not written as a calendar event should be')).toBeVisible()
      await expect(page.getByText('With somebody')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Save these times' }).click()
      await expect(page.getByText('The duty from the calendar is saved.')).toBeVisible()
      await expect(day(page, inDays(3))).toContainText('On duty 18:00 to 22:00')
      const file = await page.request.get('/staff/duty/calendar.ics')
      expect(file.headers()['content-type']).toContain('text/calendar')
      expect((await file.text()).match(/BEGIN:VEVENT/gu)).toHaveLength(5)
    })

    test('what is no calendar is refused in plain words, and nothing is lost', async ({ page, enter }) => {
      await enter('liaison-officer')
      await page.goto('/staff/duty/calendar')
      const send = async (file: ReturnType<typeof calendar>) => {
        await page.getByLabel('Calendar file').setInputFiles(file)
        await page.getByRole('button', { name: 'Look at what is in it' }).click()
      }
      await page.getByLabel('When I am away').check()
      await send({ ...calendar(), buffer: Buffer.from('a picture') })
      await expect(page.getByLabel('When I am away')).toBeChecked()
      await expect(page.getByRole('alert').first()).toContainText('That file is not a calendar.')
      if (javaScriptEnabled) await expectAccessible(page)
      await send({ ...calendar(), buffer: calendar(...evenings(3)).buffer.subarray(0, 120) })
      await expect(page.getByRole('alert').first()).toContainText('The file stops in the middle')
      await expect(page.getByLabel('When I am away')).toBeChecked()
      await send({ ...calendar(), buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'x') })
      await expect(page.getByRole('alert').first()).toContainText('The file is larger than 5 MB.')
      await page.getByLabel('When I am on duty').check()
      await send(calendar())
      await expect(page.getByText('There is no event in the file.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Save these times' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Throw it away' }).click()
      await expect(page.getByText('Nothing was changed.')).toBeVisible()
    })
  })
}

test('a calendar of 50,000 events is read', async ({ page, enter }) => {
  await enter('liaison-officer')
  await page.goto('/staff/duty/calendar')
  const event = (place: number) =>
    `BEGIN:VEVENT\r\nDTSTART:${stamp(1 + (place % 300))}T1${String(place % 4)}0000Z\r\nDURATION:PT1H\r\nEND:VEVENT`
  await page.getByLabel('When I am on duty').check()
  await page
    .getByLabel('Calendar file')
    .setInputFiles(calendar(...Array.from({ length: 50_000 }, (_, place) => event(place))))
  await page.getByRole('button', { name: 'Look at what is in it' }).click({ timeout: 120_000 })
  await expect(page.getByText('There are 50,000 events in the file.')).toBeVisible({ timeout: 120_000 })
})

test('a supervisor changes an officer’s duty, and somebody else reads it', async ({
  page,
  context,
  enter,
}) => {
  await enter('supervisor')
  await page.goto('/staff/officers')
  await page.getByRole('link', { name: 'Wendy Clarke' }).first().click()
  const officer = page.url()
  await page.goto(`${officer}/duty`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wendy Clarke')
  await expectAccessible(page)
  await page.getByLabel('First day').fill(inDays(60))
  await page.getByRole('textbox', { name: 'Last day' }).fill(inDays(60))
  await page.getByRole('button', { name: 'Add this time away' }).click()
  await expect(page.getByText('The time away is added.')).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await context.clearCookies()
  await enter('triager')
  await page.goto(`${officer}/duty`)
  await expect(page.getByText('Only the officer and supervisors can change this.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add this time away' })).toHaveCount(0)
  await expectAccessible(page)
})

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('every page of duty is read without scrolling sideways', async ({ page, enter }) => {
    await enter('liaison-officer')
    for (const path of ['', '/pattern?preset=weekdays', '/calendar']) {
      await page.goto(`/staff/duty${path}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })
})

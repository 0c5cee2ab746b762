import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { asOwner, auditOf, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'

interface OfficerRow {
  readonly id: string
  readonly version: number
  readonly districts: readonly string[]
  readonly languages: readonly string[]
  readonly specialisms: readonly string[]
  readonly open_limit: number
  readonly training_until: Date | null
  readonly one_more: boolean
  readonly handing_over: boolean
}

async function officerOf({ id }: StaffAccount): Promise<OfficerRow> {
  return asOwner(async (database) => {
    const { rows } = await database.query<OfficerRow>(
      `SELECT id, version, districts, languages, specialisms, open_limit, training_until, one_more_at IS NOT NULL AS one_more,
              handing_over_at IS NOT NULL AS handing_over FROM officer WHERE account_id = $1`,
      [id],
    )
    const [found] = rows
    if (found === undefined) throw new Error('There is no such officer.')
    return found
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an officer says what they speak, that they can take one more, and that they must hand over', async ({
      page,
      enter,
    }) => {
      const officer = await enter('liaison-officer')
      await page.goto('/staff/account')
      await page.getByRole('link', { name: 'See your work' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(officer.name)
      await page.getByLabel('Polish').check()
      await page.getByLabel('Young people').check()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
      expect(await officerOf(officer)).toMatchObject({
        languages: ['en', 'pl'],
        specialisms: ['young-people'],
      })

      await page.getByRole('button', { name: 'I can take one more' }).click()
      await expect(page.getByText('One more case may be offered.')).toBeVisible()
      expect((await officerOf(officer)).one_more).toBe(true)
      await page.getByRole('button', { name: 'Not one more after all' }).click()
      expect((await officerOf(officer)).one_more).toBe(false)

      await page.getByRole('button', { name: 'I must hand over' }).click()
      await expect(page.getByText('You are handing over: nothing new is offered.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'one more' })).toHaveCount(0)
      await page.getByRole('button', { name: 'I can take cases again' }).click()
      expect((await officerOf(officer)).handing_over).toBe(false)
      expect(await auditOf(officer)).toEqual(
        expect.arrayContaining(['officer-described', 'one-more-said', 'handing-over-said']),
      )
      await expect(page.getByRole('heading', { name: 'Districts and limit' })).toHaveCount(0)
    })

    test('a supervisor sets districts and a limit, and is told what is wrong with them', async ({
      page,
      enter,
    }) => {
      const officer = await newStaff('liaison-officer')
      const supervisor = await enter('supervisor')
      await page.goto(`/staff/officers/${(await officerOf(officer)).id}`)
      await expect(page.getByText('Needs setting up before cases can be offered.')).toBeVisible()
      await page.getByLabel('Stevenage').uncheck()
      await page.getByLabel('Most open cases at once').fill('lots')
      await page.getByRole('button', { name: 'Save what is set' }).click()
      const summary = page.getByRole('alert').first()
      if (javaScriptEnabled) await expect(summary).toBeFocused()
      await summary.getByRole('link', { name: 'Write the limit as a whole number' }).click()
      await expect(page.getByLabel('Most open cases at once')).toBeFocused()
      await expect(page.getByLabel('Most open cases at once')).toHaveValue('lots')
      await page.getByLabel('Most open cases at once').fill('0')
      await page.getByLabel('Watford').check()
      await page.getByRole('button', { name: 'Save what is set' }).click()
      await expect(page.getByText('Their limit is none, so nothing is offered.')).toBeVisible()
      expect(await officerOf(officer)).toMatchObject({ districts: ['watford'], open_limit: 0 })
      expect(await auditOf(supervisor)).toContain('officer-changed')
    })

    test('of two who set the same officer the second is told, and keeps what they typed', async ({
      page,
      enter,
    }) => {
      const officer = await newStaff('liaison-officer')
      await enter('supervisor')
      await page.goto(`/staff/officers/${(await officerOf(officer)).id}`)
      await page.getByLabel('Most open cases at once').fill('9')
      await asOwner((database) =>
        database.query('UPDATE officer SET open_limit = 2, version = version + 1 WHERE account_id = $1', [
          officer.id,
        ]),
      )
      await page.getByRole('button', { name: 'Save what is set' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Somebody else changed this officer')
      await expect(page.getByLabel('Most open cases at once')).toHaveValue('9')
      expect((await officerOf(officer)).open_limit).toBe(2)
    })

    test('training is recorded course by course, and withdrawn where it was wrong', async ({
      page,
      enter,
    }) => {
      const officer = await newStaff('liaison-officer')
      await enter('supervisor')
      await page.goto(`/staff/officers/${(await officerOf(officer)).id}`)
      const year = new Date().getUTCFullYear()
      const record = async (topic: string, day: string) => {
        await page.getByLabel('Topic', { exact: true }).selectOption(topic)
        await page.getByLabel('Day it was completed').fill(day)
        await page.getByRole('button', { name: 'Record the course' }).click()
      }
      await record('The liaison role', `${String(year - 1)}-03-31`)
      await page.getByLabel('Bedfordshire Police').check()
      await record('Responding to hate crime', `${String(year - 1)}-05-12`)
      await expect(page.getByText('The course is recorded.')).toBeVisible()
      const until = (await officerOf(officer)).training_until
      expect(until?.getFullYear()).toBe(year + 1)
      await expect(page.getByText('Held with Bedfordshire Police')).toBeVisible()
      await record('Responding to hate crime', `${String(year - 1)}-05-12`)
      await expect(page.getByText('This course is recorded already.')).toBeVisible()
      await page.getByRole('button', { name: 'Withdraw' }).first().click()
      await expect(page.getByText('Withdrawn: counts for nothing')).toBeVisible()
      expect((await officerOf(officer)).training_until).toBeNull()
    })

    test('the list is narrowed, and leads a supervisor to gaps and to training that ends', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/officers')
      await page.getByLabel('Language').selectOption('Polish')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page).toHaveURL(/language=pl/u)
      await expect(page.getByRole('link', { name: 'Ewa Nowak' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Amara Okafor' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Hours with nobody' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hours with nobody')
      // Of the next 14 days, and of each week.
      await expect(page.getByRole('rowheader', { name: 'Stevenage' })).toHaveCount(2)
      await page.getByRole('link', { name: 'Training that ends' }).click()
      await page.getByRole('link', { name: 'Una Kearney' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Una Kearney')
    })
  })
}

for (const width of [320, 1280]) {
  test(`the pages about officers can be used by everybody, ${String(width)} wide`, async ({
    page,
    enter,
  }) => {
    const officer = await newStaff('liaison-officer')
    await enter('supervisor')
    await page.setViewportSize({ width, height: 900 })
    const own = `/staff/officers/${(await officerOf(officer)).id}`
    for (const path of ['/staff/officers', '/staff/officers/gaps', '/staff/officers/training', own]) {
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.getByLabel('Most open cases at once').fill('x')
    await page.getByRole('button', { name: 'Save what is set' }).click()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
}

test('nothing is there at an id nobody has, and gaps are a supervisor’s', async ({ page, enter }) => {
  await enter('liaison-officer')
  for (const path of ['gaps', 'training', randomUUID()]) {
    await page.goto(`/staff/officers/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found')
  }
})

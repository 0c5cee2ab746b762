import { expect } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

/** Has a case promised as to one who asked for an officer, and hears from us so. */
const promise = (reference: string, reach: 'out' | 'code') =>
  asOwner((database) =>
    database.query(
      `UPDATE case_clock k SET asked = 'officer', reach = $2, duty_at = now() FROM "case" c
       WHERE c.id = k.case_id AND c.reference = $1 AND k.kind = 'first-contact'`,
      [reference, reach],
    ),
  )

/** Puts the first contact of a case so many hours ago, as time would. */
const breakPromise = (reference: string, hours: number) =>
  asOwner((database) =>
    database.query(
      `UPDATE case_clock k SET started_at = now() - 50 * interval '1 hour', due_at = now() - $2 * interval '1 hour'
       FROM "case" c WHERE c.id = k.case_id AND c.reference = $1 AND k.kind = 'first-contact'`,
      [reference, hours],
    ),
  )

/**
 * Puts a case nobody has opened nine days ago, in danger, tells supervisors of that and of a promise that was broken, as the watch does, and
 * puts that back too: it comes first.
 */
const escalate = (reference: string) =>
  asOwner(async (database) => {
    await database.query('BEGIN')
    await database.query(
      `UPDATE "case" SET risk_rank = 0, received_at = now() - interval '9 days 1 hour' WHERE reference = $1`,
      [reference],
    )
    await database.query(
      `SELECT set_config('app.force', c.force, true) FROM "case" c WHERE c.reference = $1`,
      [reference],
    )
    for (const rule of ['danger-unacknowledged', 'promise-broken'])
      await database.query(
        `SELECT raise_escalation(c.id, $2, c.received_at, now()) FROM "case" c WHERE c.reference = $1`,
        [reference, rule],
      )
    await database.query(
      `UPDATE escalation e SET raised_at = now() - interval '9 days' FROM "case" c WHERE c.id = e.case_id AND c.reference = $1`,
      [reference],
    )
    await database.query('COMMIT')
  })

/** Takes it from the top of every supervisor's pages again. */
const calmDown = (reference: string) =>
  asOwner(async (database) => {
    await database.query(`UPDATE "case" SET first_opened_at = now() WHERE reference = $1`, [reference])
    await database.query(
      `UPDATE escalation e SET settled_at = now() FROM "case" c
        WHERE c.id = e.case_id AND c.reference = $1 AND e.settled_at IS NULL`,
      [reference],
    )
  })

test('a case says what is due and when, and that it is late', async ({ page, enter }) => {
  const reference = await sendReport(page)
  await promise(reference, 'out')
  await breakPromise(reference, 2)
  await enter('supervisor')
  await page.goto(`/staff/cases/${reference}`)
  await expect(page.getByText(/First contact was due .*: 2 hours late/)).toBeVisible()
  const card = page.locator('[data-clock="first-contact"]')
  await expect(card).toContainText('2 hours late')
  await expect(page.locator('[data-clock="review"]')).toBeVisible()
  await expectAccessible(page)
})

test('a supervisor records a review, once they have opened the case, and the next one is due', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page)
  await enter('supervisor')
  await page.goto(`/staff/cases/${reference}`)
  const review = page.locator('form[action$="/review"] button')
  await expect(review).toHaveCount(0)
  await openCase(page, reference)
  await Promise.all([page.waitForEvent('load'), review.click()])
  await expect(page.getByText('Your look through the case is recorded.')).toBeVisible()
  await expect(page.getByText('looked through the case, as a supervisor does')).toBeVisible()
  await enter('liaison-officer')
  await page.goto(`/staff/cases/${reference}`)
  await expect(page.locator('[data-clock="review"]')).toBeVisible()
  await expect(review).toHaveCount(0)
})

test('starting work is no contact; saying that they were tried to be reached is', async ({ page, enter }) => {
  const reference = await sendReport(page)
  await promise(reference, 'out')
  await enter('supervisor')
  await openCase(page, reference)
  await Promise.all([page.waitForEvent('load'), page.locator('form[action$="/take"] button').click()])
  const start = page.locator('form[action$="/status"] button').first()
  await Promise.all([page.waitForEvent('load'), start.click()])
  await expect(page.locator('[data-clock="first-contact"]')).toBeVisible()
  const contact = page.locator('form[action$="/contact"]')
  await expectAccessible(page)
  // A letter waits until it is found: no hour of theirs stands in its way.
  for (const [name, value] of [
    ['way', 'post'],
    ['result', 'no-answer'],
    ['next', 'try-again'],
  ] as const)
    await contact.locator(`select[name="${name}"]`).selectOption(value)
  await Promise.all([page.waitForEvent('load'), contact.getByRole('button').click()])
  await expect(page.getByText('Recorded. What is due next is on the case.')).toBeVisible()
  await expect(page.getByText('tried to reach them, without an answer')).toBeVisible()
  await expect(page.locator('[data-clock="first-contact"]')).toHaveCount(0)
  await expect(page.locator('[data-clock="next-update"]')).toBeVisible()
})

test('whoever reads messages with their code is written to, and nothing else is asked', async ({
  page,
  enter,
}) => {
  const reference = await sendReport(page)
  await promise(reference, 'code')
  await enter('supervisor')
  await openCase(page, reference)
  await expect(page.getByText('They read messages with their code: write one.')).toBeVisible()
  await expect(page.locator('form[action$="/contact"]')).toHaveCount(0)
  await expect(page.locator('[data-clock="first-contact"]')).toContainText('First message')
  await expectAccessible(page)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a supervisor’s queue begins with what needs them: what was broken is settled in one press, what asks for something by doing it', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      await escalate(reference)
      await enter('supervisor')
      await page.goto('/staff')
      const rows = page.locator(`[data-escalation="${reference}"] li`)
      const row = rows.filter({ hasText: /what we promised first is late/i })
      const danger = rows.filter({ hasText: /high risk or possible danger, and nobody has opened it/i })
      await expect(row).toBeVisible()
      await expect(danger).toBeVisible()
      await expect(danger.getByRole('button')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)
      await Promise.all([page.waitForEvent('load'), row.getByRole('button').click()])
      await expect(page.getByText('Recorded that you have seen to it.')).toBeVisible()
      await expect(row).toHaveCount(0)
      await expect(danger).toBeVisible()
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.locator('form[action$="/settle"]')).toHaveCount(0)
      await calmDown(reference)
    })

    test('insight begins with the number of them, which leads to the page for supervisors, where they are settled too', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      await escalate(reference)
      await enter('supervisor')
      await page.goto('/staff/insights')
      const first = page
        .getByRole('region', { name: 'What needs somebody now?' })
        .getByRole('listitem')
        .first()
      await expect(first).toContainText('Needs a supervisor')
      await first.getByRole('link').click()
      await page.waitForURL(/\/staff\/attention#escalations-title$/)
      const row = page
        .locator(`[data-escalation="${reference}"] li`)
        .filter({ hasText: /what we promised first is late/i })
      await expect(row).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      await Promise.all([page.waitForEvent('load'), row.getByRole('button').click()])
      await page.waitForURL(/\/staff\/attention\?done=settle/)
      await expect(page.getByText('Recorded that you have seen to it.')).toBeVisible()
      await expect(row).toHaveCount(0)
      await calmDown(reference)
    })
  })
}

test('nobody but a supervisor has that list', async ({ page, enter }) => {
  const reference = await sendReport(page)
  await escalate(reference)
  for (const role of ['liaison-officer', 'triager'] as const) {
    await enter(role)
    await page.goto('/staff')
    await expect(page.locator('[data-escalation]')).toHaveCount(0)
  }
  await calmDown(reference)
})

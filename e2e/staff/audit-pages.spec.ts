import { expect, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { openCase, test } from '../fixtures/desk'
import { sendRequest } from '../fixtures/send-journey'
import { asOwner, auditOf, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'

/** Looks of somebody that a rule found unusual a day ago, with two rows behind it. */
async function raiseFlag({ id }: StaffAccount): Promise<void> {
  await asOwner((database) =>
    database.query(
      `WITH seen AS (
         INSERT INTO audit_event (at, actor_id, role, action, reference, detail, force)
         SELECT now() - interval '1 day', $1, 'triager', 'opened', 'HC-7K2Q-F00' || n, '{"reason": "triage"}', 'hertfordshire'
           FROM generate_series(1, 2) n RETURNING seq
       )
       INSERT INTO looking_flag (id, force, rule, signs, actor_id, day, rows, raised_at)
       SELECT gen_random_uuid(), 'hertfordshire', 'closed-cases', '{closed-cases}', $1, current_date - 1, array_agg(seq), now() FROM seen`,
      [id],
    ),
  )
}

/** Draws the first look of somebody at a case for last week's sample. */
async function drawLook({ id }: StaffAccount, reference: string): Promise<void> {
  await asOwner((database) =>
    database.query(
      `INSERT INTO look_sample (id, force, week, seq, actor_id, case_id, drawn_at)
       SELECT gen_random_uuid(), force, date_trunc('week', now() - interval '7 days')::date, seq, actor_id, case_id, now()
         FROM audit_event WHERE actor_id = $1 AND reference = $2 AND action = 'opened' ORDER BY seq LIMIT 1`,
      [id, reference],
    ),
  )
}

async function press(button: Locator): Promise<void> {
  await Promise.all([button.page().waitForEvent('load'), button.click()])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    /** Whether the page is fit for everybody, also on a narrow screen. */
    const expectFit = async (page: Page) => {
      if (!javaScriptEnabled) return
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 720 })
      await expectNoSidewaysScroll(page)
      await page.setViewportSize({ width: 1280, height: 720 })
    }

    test('who has seen a case is said in words, narrowed, and taken out after a fresh proof', async ({
      page,
      enter,
    }) => {
      const reference = await sendRequest(page)
      const looker = await enter('supervisor')
      await openCase(page, reference)
      const auditor = await enter('auditor', { provedMinutesAgo: 11 })

      await page.goto('/staff/audit')
      await page.getByRole('link', { name: 'Who has seen a case' }).click()
      await page.getByLabel('Reference').fill('nothing of the kind')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page.getByRole('alert').first()).toContainText('That is no reference.')
      await page.getByLabel('Reference').fill(reference.toLowerCase())
      await page.getByRole('button', { name: 'Show' }).click()
      const seen = page.getByRole('listitem').filter({ hasText: looker.name })
      await expect(seen).toContainText('supervisor')
      await expect(seen).toContainText(/Opened it (once, today|\d+ times, first today)/u)
      await expect(seen).toContainText('Why: supervision.')
      await expectFit(page)

      await page.getByLabel('Role').selectOption('triager')
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page.getByText('Nobody has, in the days and the role you asked for.')).toBeVisible()
      await page.getByLabel('Role').selectOption('')
      await page.getByRole('button', { name: 'Show' }).click()

      await page.getByRole('button', { name: 'Take out as a table (CSV)' }).click()
      await expect(page).toHaveURL(/\/staff\/confirm\?back=/)
      expect(await auditOf(auditor)).not.toContain('looks-exported')
      await confirm(page)
      await expect(page.getByText('You are confirmed.')).toBeVisible()
      for (const [name, ending] of [
        ['Take out as a table (CSV)', 'csv'],
        ['Take out for machines (JSON)', 'json'],
      ] as const) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ])
        expect(file.suggestedFilename()).toBe(`who-saw-${reference}.${ending}`)
        const text = await readFile(await file.path(), 'utf8')
        expect(text).toContain(reference)
        expect(text).toContain(looker.name)
      }
      expect((await auditOf(auditor)).filter((action) => action === 'looks-exported')).toHaveLength(2)
    })

    test('what a rule found waits until somebody else has settled it', async ({ page, enter, enterAs }) => {
      const person = await newStaff('triager')
      await raiseFlag(person)
      const supervisor = await enter('supervisor')
      await raiseFlag(supervisor)
      await page.goto('/staff/audit/flags')
      const flag = page.getByRole('article').filter({ hasText: person.name })
      await expect(flag).toContainText('Closed cases')
      await expect(flag).toContainText('They opened closed cases and did nothing there')
      await expect(flag.getByText('HC-7K2Q-F001')).toBeVisible()
      await expect(page.getByRole('article').filter({ hasText: supervisor.name })).toHaveCount(0)
      await expectFit(page)
      await flag.getByLabel('What came of it').selectOption('spoken-to curiosity')
      await press(flag.getByRole('button', { name: 'Settle it' }))
      await expect(page.getByRole('status').filter({ hasText: 'Answered.' })).toBeVisible()
      await expect(page.getByRole('article').filter({ hasText: person.name })).toHaveCount(0)
      await page.getByRole('link', { name: 'Settled' }).click()
      await expect(page.getByRole('article').filter({ hasText: person.name })).toContainText(
        `Spoken to: curiosity. ${supervisor.name}, today`,
      )
      expect(await auditOf(supervisor)).toContain('flag-resolved')
      await enterAs(person)
      await page.goto('/staff/audit/flags')
      await expect(page).toHaveTitle('Not found – Desk')
    })

    test('a look that chance drew is signed by somebody else, who can open the case for that alone', async ({
      page,
      enter,
      enterAs,
    }) => {
      const reference = await sendRequest(page)
      const looker = await enter('supervisor')
      await openCase(page, reference)
      await drawLook(looker, reference)
      await page.goto('/staff/audit/sample')
      await expect(page.getByText(reference)).toHaveCount(0)
      await expect(page.getByText('Somebody else has to sign')).toBeVisible()

      const signer = await enter('supervisor')
      await page.goto('/staff/audit/sample')
      const drawn = page.getByRole('listitem').filter({ hasText: `Opened ${reference}` })
      await expect(drawn).toContainText(looker.name)
      await expectFit(page)
      await press(drawn.getByRole('button', { name: `Open ${reference}` }))
      await expect(page).toHaveURL(new RegExp(`/staff/cases/${reference}$`, 'u'))
      await expect(page.getByText('Why are you opening this case?')).toHaveCount(0)
      const reasons = await asOwner(async (database) => {
        const { rows } = await database.query<{ reason: string }>(
          `SELECT detail ->> 'reason' AS reason FROM audit_event WHERE actor_id = $1 AND reference = $2 AND action = 'opened'`,
          [signer.id, reference],
        )
        return rows.map(({ reason }) => reason)
      })
      expect(new Set(reasons)).toEqual(new Set(['weekly-sample']))

      await page.goto('/staff/audit/sample')
      await press(drawn.getByRole('button', { name: 'In order', exact: true }))
      await expect(page.getByRole('status').filter({ hasText: 'Signed.' })).toBeVisible()
      await expect(page.getByText(`Opened ${reference}`)).toHaveCount(0)
      expect(await auditOf(signer)).toContain('sample-signed')
      await enterAs(looker)
      await page.goto('/staff/audit/sample')
      await expect(page.getByText(`Opened ${reference}`)).toHaveCount(0)
    })

    test('whoever opens a decoy is shown to the auditors at once, and to no supervisor', async ({
      page,
      enter,
      enterAs,
    }) => {
      const auditor = await enter('auditor')
      await page.goto('/staff/audit/decoys')
      await page.getByLabel('How many more').fill('1')
      await press(page.getByRole('button', { name: 'Make decoys' }))
      await expect(page.getByRole('status').filter({ hasText: 'One decoy is made.' })).toBeVisible()
      await expectFit(page)
      const reference = await asOwner(async (database) => {
        const { rows } = await database.query<{ reference: string }>(
          'SELECT c.reference FROM decoy d JOIN "case" c ON c.id = d.case_id WHERE d.made_by_id = $1',
          [auditor.id],
        )
        return rows[0]?.reference ?? ''
      })
      await expect(page.getByRole('link', { name: reference })).toBeVisible()

      const fishing = await enter('supervisor')
      await page.goto('/staff/audit/decoys')
      await expect(page).toHaveTitle('Not found – Desk')
      await expect(page.getByRole('link', { name: 'Decoys' })).toHaveCount(0)
      await openCase(page, reference)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(reference)
      await enter('supervisor')
      await page.goto('/staff/audit/flags')
      await expect(page.getByRole('article').filter({ hasText: fishing.name })).toHaveCount(0)
      await enterAs(auditor)
      await page.goto('/staff/audit/flags')
      const flag = page.getByRole('article').filter({ hasText: fishing.name })
      await expect(flag).toContainText('A decoy opened')
      await expect(flag.getByRole('link', { name: reference }).first()).toBeVisible()
    })

    test('the log says how it is', async ({ page, enter }) => {
      await enter('auditor')
      await page.goto('/staff/audit/health')
      await expect(page.locator('[data-chain="desk"]')).toContainText(/rows, the last/u)
      await expect(page.locator('[data-chain="intake"]')).toBeVisible()
      await expectFit(page)
      await page.goto('/staff/audit')
      await expectFit(page)
    })
  })
}

for (const role of ['call-handler', 'triager', 'liaison-officer', 'administrator'] as const) {
  test(`none of these pages is there for a ${role}, and each try is recorded`, async ({ page, enter }) => {
    const account = await enter(role)
    const pages = ['who', 'flags', 'sample', 'decoys', 'health'].map((name) => `/staff/audit/${name}`)
    for (const address of pages) {
      await page.goto(address)
      await expect(page, address).toHaveTitle('Not found – Desk')
    }
    for (const address of ['who/export', 'flags/resolve', 'sample/sign', 'sample/open', 'decoys/make']) {
      const form = { find: 'HC-7K2Q-M4TD', format: 'csv', flag: account.id, look: account.id, count: '1' }
      const answer = await page.request.post(`/staff/audit/${address}`, { form, maxRedirects: 0 })
      expect(answer.status(), address).toBe(303)
      expect(answer.headers().location, address).toMatch(/problem=not-found/u)
    }
    const tries = (await auditOf(account)).filter((action) => action === 'refused')
    expect(tries.length).toBeGreaterThanOrEqual(10)
  })
}

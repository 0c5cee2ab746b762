import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { subjectAccess } from '@/lib/domain/subject-access'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'
import { pdfText } from '../fixtures/pdf-text'
import { asOwner, auditOf } from '../factories/staff-accounts'

const account = 'Dana Cole came to my door. Ring 07700 900123. Tŷ Gwyn.'

async function taken(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('one person’s data of two cases is looked through, blacked out and taken out, twice', async ({
      page,
      context,
      enter,
    }) => {
      const [reference, other] = [await ownCase(page, { account }), await ownCase(page, { account })]
      await context.clearCookies()
      const supervisor = await enter('supervisor', { provedMinutesAgo: 11 })
      await page.goto(`/staff/cases/${reference}/export`)
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await expect(page.getByRole('heading', { level: 1, name: 'Take out somebody’s data' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByLabel('Another reference').fill('nothing')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByText('That is no reference.')).toBeVisible()
      await page.getByLabel('Another reference').fill(other)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByText(`Leave out ${other}`)).toBeVisible()
      await expect(page.getByText('came to my door')).toHaveCount(0)
      expect(await auditOf(supervisor)).not.toContain('opened')

      await page.getByLabel('The person asked for their data').check()
      await page.getByRole('button', { name: 'Open and look through' }).click()
      await expect(page.getByText('came to my door')).toHaveCount(2)
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await auditOf(supervisor)).toContain('opened')
      expect(await auditOf(supervisor)).not.toContain('exported')

      await page.getByLabel('Words to black out').fill('a')
      await page.getByRole('button', { name: 'PDF, to read' }).click()
      await expect(page.getByRole('alert').first()).toContainText('That was not done')
      await expect(page.getByLabel('Words to black out')).toHaveValue('a')
      await page.getByLabel('Words to black out').fill('dana COLE\n07700900123')

      const json = await taken(page, 'JSON, for a machine')
      expect(json.name).toMatch(new RegExp(`^${reference}-\\d{4}-\\d{2}-\\d{2}\\.json$`, 'u'))
      const data = subjectAccess.parse(JSON.parse(json.body.toString('utf8')))
      expect(data.cases.map((one) => one.reference)).toEqual([reference, other])
      expect(JSON.stringify(data)).toContain('████ came to my door. Ring ████. Tŷ Gwyn.')
      expect(JSON.stringify(data)).not.toMatch(/dana|07700 900123/iu)
      expect(data.cases[0]?.looks.some(({ role }) => role === 'supervisor')).toBe(true)

      const pdf = await taken(page, 'PDF, to read')
      const text = pdfText(pdf.body)
      expect(text).toContain(reference)
      expect(text).toContain('████ came to my door. Ring ████. Tŷ Gwyn.')
      expect(text).not.toMatch(/dana|07700 900123/iu)
      const exports = (await auditOf(supervisor)).filter((action) => action === 'exported')
      expect(exports).toHaveLength(4)
    })
  })
}

test('whoever has another role by the time they press gets no file', async ({ page, context, enter }) => {
  const reference = await ownCase(page, { account })
  await context.clearCookies()
  const supervisor = await enter('supervisor')
  // An address says what for, and nobody has: nothing is opened.
  await page.goto(`/staff/cases/${reference}/export?reason=court`)
  await expect(page.getByLabel('A court asked for it')).toBeChecked()
  await expect(page.getByText('came to my door')).toHaveCount(0)
  expect(await auditOf(supervisor)).not.toContain('opened')
  await page.getByRole('button', { name: 'Open and look through' }).click()
  await expect(page.getByText('came to my door')).toBeVisible()
  await asOwner((database) =>
    database.query(`UPDATE account SET role = 'auditor' WHERE id = $1`, [supervisor.id]),
  )
  await page.getByLabel('Which court is it given to?').fill('St Albans Crown Court')
  await page.getByRole('button', { name: 'JSON, for a machine' }).click()
  await expect(page.getByText('came to my door')).toHaveCount(0)
  expect(await auditOf(supervisor)).not.toContain('exported')
})

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('what was written is read without scrolling sideways', async ({ page, context, enter }) => {
    const reference = await ownCase(page, { account: 'x'.repeat(300) })
    await context.clearCookies()
    await enter('supervisor')
    await page.goto(`/staff/cases/${reference}/export?reason=subject-access`)
    await page.getByRole('button', { name: 'Open and look through' }).click()
    await expect(page.getByText('xxx').first()).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
})

for (const role of ['triager', 'liaison-officer', 'auditor'] as const) {
  test(`there is no such page for ${role}, and the try is kept`, async ({ page, context, enter }) => {
    const reference = await ownCase(page)
    await context.clearCookies()
    const person = await enter(role)
    const answer = await page.goto(`/staff/cases/${reference}/export`)
    expect(answer?.status()).toBe(404)
    expect(await auditOf(person)).toContain('refused')
  })
}

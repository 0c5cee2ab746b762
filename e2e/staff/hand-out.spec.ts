import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { caseHandOver } from '@/lib/domain/ways-out/hand-over-document'
import { auditOf } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'
import { pdfText } from '../fixtures/pdf-text'

const account = 'They shouted at me on the bus. Tŷ Gwyn.'

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

    test('a document for the records system is made of the parts somebody chose, as PDF and as JSON', async ({
      page,
      context,
      enter,
    }) => {
      const reference = await ownCase(page, { account })
      await context.clearCookies()
      const supervisor = await enter('supervisor', { provedMinutesAgo: 11 })
      await page.goto(`/staff/cases/${reference}/hand-out`)
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await expect(page.getByRole('heading', { level: 1, name: 'Hand-over document' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      // What was chosen is there again where the form is not taken.
      await page.getByLabel('Messages').uncheck()
      await page.getByLabel('Why is it made?').fill(' ')
      await page.getByRole('button', { name: 'PDF, to read' }).click()
      await expect(page.getByRole('alert').first()).toContainText('say why')
      await expect(page.getByLabel('Messages')).not.toBeChecked()
      await expect(page.getByLabel('What the person told')).toBeChecked()
      expect(await auditOf(supervisor)).not.toContain('opened')

      await page.getByLabel('Why is it made?').fill('Crime record 41/1/26')
      const json = await taken(page, 'JSON, for a machine')
      expect(json.name).toMatch(new RegExp(`^${reference}-\\d{4}-\\d{2}-\\d{2}\\.json$`, 'u'))
      const data = caseHandOver.parse(JSON.parse(json.body.toString('utf8')))
      expect(data.case.reference).toBe(reference)
      expect(data.leftOut).toContain('messages')
      expect(JSON.stringify(data.account)).toContain(account)

      const pdf = await taken(page, 'PDF, to read')
      expect(pdfText(pdf.body)).toContain(account)
      const acts = await auditOf(supervisor)
      expect(acts.filter((action) => action === 'handed-out')).toHaveLength(2)
      expect(acts.indexOf('handed-out')).toBeLessThan(acts.indexOf('opened'))
    })
  })
}

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('the form is filled in without scrolling sideways', async ({ page, context, enter }) => {
    const reference = await ownCase(page, { account })
    await context.clearCookies()
    await enter('supervisor')
    await page.goto(`/staff/cases/${reference}/hand-out`)
    await expect(page.getByLabel('Why is it made?')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
})

for (const role of ['triager', 'liaison-officer', 'auditor'] as const) {
  test(`there is no such page for ${role} who does not hold it, and the try is kept`, async ({
    page,
    context,
    enter,
  }) => {
    const reference = await ownCase(page)
    await context.clearCookies()
    const person = await enter(role)
    const answer = await page.goto(`/staff/cases/${reference}/hand-out`)
    expect(answer?.status()).toBe(404)
    expect(await auditOf(person)).toContain('refused')
  })
}

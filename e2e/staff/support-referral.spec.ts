import { readFile } from 'node:fs/promises'
import { expect, type Browser, type Page } from '@playwright/test'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { auditOf } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'
import { pdfText } from '../fixtures/pdf-text'
import { comeBack } from '../fixtures/come-back'

const [first, second] = servicesToRefer(hertfordshire)
if (first === undefined || second === undefined) throw new Error('The force knows of no services.')
const phone = { width: 320, height: 700 }
const told = {
  ...{ account: 'They shouted at me on the bus.', contactChoice: 'plan', safeWays: ['call', 'code'] },
  ...{ othersSee: 'no', name: 'Ash Lowe', phone: '07700 900461', contactWhen: 'any-time' },
}
/** Somebody who has come back, and may be reached in these ways alone. */
function comeBackWith(browser: Browser, javaScriptEnabled: boolean, ways: readonly string[]) {
  const reached = { contactChoice: 'plan', safeWays: ways, othersSee: 'no', phone: '07700 900461' }
  const plan = { ...reached, contactWhen: 'any-time', returnCode: 'yes' }
  return comeBack(browser, javaScriptEnabled, ways.length === 0 ? {} : plan)
}

async function fillConsent(page: Page, words: string): Promise<void> {
  await page.getByLabel('Which service?').selectOption(first?.id ?? '')
  await page.getByLabel('By telephone').check()
  await page.getByLabel('The person themselves').check()
  await page.getByLabel('What did they say?').fill(words)
  await page.getByRole('button', { name: 'Keep their consent' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('consent is kept, a letter tells the service, and what is taken back is told no more', async ({
      page,
      context,
      enter,
    }) => {
      const reference = await ownCase(page, told)
      await context.clearCookies()
      const supervisor = await enter('supervisor', { provedMinutesAgo: 11 })
      await page.goto(`/staff/cases/${reference}/refer`)
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await expect(page.getByRole('heading', { level: 1, name: 'Tell a support service' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      // What was chosen is there again where the form is not taken.
      await fillConsent(page, ' ')
      await expect(page.getByRole('alert').first()).toContainText('write what was said')
      await expect(page.getByLabel('The person themselves')).toBeChecked()
      await fillConsent(page, 'Yes, please ring them')
      const said = page.getByRole('status').filter({ hasText: 'Nobody has been told yet' })
      await expect(said).toBeVisible()
      const card = page.locator(`[data-support="${first.id}"]`)
      await expect(card).toContainText('Not told yet.')
      if (javaScriptEnabled) await expectAccessible(page)

      await card.getByRole('textbox').fill('Their front desk')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        card.getByRole('button', { name: `Make the letter: ${first.name}` }).click(),
      ])
      const text = pdfText(await readFile(await download.path()))
      expect(text).toContain('Ash Lowe')
      expect(text).not.toContain('on the bus')
      const acts = await auditOf(supervisor)
      expect(acts.indexOf('handed-out')).toBeLessThan(acts.indexOf('opened'))

      await page.goto(`/staff/cases/${reference}/refer`)
      await expect(card).toContainText('A letter was made')
      await card.getByRole('textbox').fill('By post, to their office')
      await card.getByRole('button', { name: `The letter was sent: ${first.name}` }).click()
      await expect(card).toContainText('Told by a letter')
      await card.getByRole('textbox').fill('They rang and want no more of it')
      await card.getByRole('button', { name: `They took it back: ${first.name}` }).click()
      await expect(card).toContainText('Nothing more goes to them.')
      await expect(card.getByRole('button')).toHaveCount(0)
    })
  })

  test(`somebody with a code says yes to a service and takes it back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    page: desk,
    enter,
    browser,
  }) => {
    const { page, reference } = await comeBackWith(browser, javaScriptEnabled, ['text', 'code'])
    await page.locator('a[href="/follow-up/referral"]').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Support from somebody else' })).toBeVisible()
    await expect(page.locator('a[href="/exit"]').first()).toBeVisible()
    await page.getByLabel('They may also be told what happened').check()
    await page.getByRole('button', { name: 'Yes, tell them' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Choose a service.')
    await expect(page.getByLabel('They may also be told what happened')).toBeChecked()
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled) await expectAccessible(page)

    await page.getByLabel('Which service?').selectOption(second.id)
    await page.getByRole('button', { name: 'Yes, tell them' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Say who says yes.')
    await expect(page.getByLabel('Which service?')).toHaveValue(second.id)
    expect(page.url()).not.toContain(second.id)
    await page.getByLabel('I do. This is about me').check()
    await page.getByRole('button', { name: 'Yes, tell them' }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText('You said yes.')
    const card = page.locator(`[data-support="${second.id}"]`)
    await expect(card).toContainText('We have not told them yet.')
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled) await expectAccessible(page)

    await enter('supervisor')
    await desk.goto(`/staff/cases/${reference}/refer`)
    const asked = desk.locator(`[data-support="${second.id}"]`)
    await expect(asked).toContainText('On the page of their return code')
    await asked.getByRole('textbox').fill('Their front desk')
    await asked.getByRole('button', { name: `Told by telephone: ${second.name}` }).click()
    await expect(asked).toContainText('Told by telephone,')

    await page.goto('/cy/follow-up/referral')
    await expect(card).toContainText('Dywedon ni wrthyn nhw')
    await page.goto('/follow-up/referral')
    await card.getByRole('button', { name: `Take this back: ${second.name}` }).click()
    await expect(card).toContainText('tell them nothing more')
    await expect(card.getByRole('button')).toHaveCount(0)
    await page.context().close()
  })
}

test('whoever left no way of reaching them is told that a service could be given none', async ({
  browser,
}) => {
  const { page } = await comeBackWith(browser, true, [])
  await page.goto('/follow-up/referral')
  await expect(page.locator('[data-no-way]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Yes, tell them' })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.context().close()
})

test.describe('on a narrow window', () => {
  test.use({ viewport: phone })

  test('the desk’s page is filled in without scrolling sideways', async ({ page, context, enter }) => {
    const reference = await ownCase(page)
    await context.clearCookies()
    await enter('supervisor')
    await page.goto(`/staff/cases/${reference}/refer`)
    await fillConsent(page, 'Yes')
    await expect(page.locator(`[data-support="${first.id}"]`)).toBeVisible()
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
    const answer = await page.goto(`/staff/cases/${reference}/refer`)
    expect(answer?.status()).toBe(404)
    expect(await auditOf(person)).toContain('refused')
  })
}

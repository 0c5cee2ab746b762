import { expect } from '@playwright/test'
import { giveCalm } from '../factories/calm-case'
import { accountOf } from '../factories/staff-accounts'
import { awake } from '../fixtures/awake'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { people, type Person } from '../fixtures/people'
import { ownCase } from '../fixtures/send-journey'

const rooms: readonly (readonly [Person, readonly string[]])[] = [
  ['call-handler', ['/staff', '/staff/record', '/staff/help']],
  ['triager', ['/staff', '/staff/record', '/staff/officers']],
  ['officer', ['/staff', '/staff?holder=mine', '/staff?risk=high', '/staff/officers']],
  ['supervisor', ['/staff', '/staff/officers', '/staff/audit', '/staff?status=closed']],
  ['administrator', ['/staff/officers', '/staff/help']],
  ['auditor', ['/staff/audit', '/staff/help']],
  ['strategic-lead', ['/staff/figures', '/staff/figures/report', '/staff/help']],
  ['centre', ['/staff/sent', '/staff/record', '/staff/help']],
]

for (const [person, paths] of rooms) {
  test.describe(person, () => {
    for (const path of paths) {
      test(`${path} is accessible in light and dark and fits a phone`, async ({ page, enterAs }) => {
        await enterAs(await accountOf(people[person]))
        const answer = await page.goto(path)
        expect(answer?.status()).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await expectAccessible(page)
        }
        await page.setViewportSize({ width: 390, height: 844 })
        await expectNoSidewaysScroll(page)
        await page.setViewportSize({ width: 320, height: 700 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      })
    }
  })
}

test.describe('need to know', () => {
  const closed: readonly (readonly [Person, readonly string[]])[] = [
    ['call-handler', ['/staff/audit', '/staff/officers']],
    ['officer', ['/staff/audit']],
    ['administrator', ['/staff', '/staff/audit', '/staff/record']],
    ['auditor', ['/staff', '/staff/officers', '/staff/record']],
    ['strategic-lead', ['/staff', '/staff/search', '/staff/insights', '/staff/audit', '/staff/record']],
    ['centre', ['/staff', '/staff/search', '/staff/figures', '/staff/audit']],
  ]
  for (const [person, paths] of closed) {
    test(`${person} does not get into ${paths.join(', ')}`, async ({ page, enterAs }) => {
      await enterAs(await accountOf(people[person]))
      for (const path of paths) {
        const answer = await page.goto(path)
        const led = new URL(page.url()).pathname === path ? answer?.status() : 'elsewhere'
        expect([404, 'elsewhere'], path).toContain(led)
        await expect(page.locator('[data-row]')).toHaveCount(0)
      }
    })
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ viewport: { width: 320, height: 700 }, javaScriptEnabled })
    test('the page comes first, and the sections when they are asked for', async ({ page, enter }) => {
      await enter('supervisor')
      await page.goto('/staff/insights')
      const sections = page.getByRole('navigation', { name: 'Sections' })
      await expect(sections).toBeHidden()
      const head = await page.getByRole('banner').boundingBox()
      expect(head?.height).toBeLessThan(100)
      await page.getByRole('link', { name: 'Sections', exact: true }).click()
      await expect(sections).toBeVisible()
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await sections.getByRole('link', { name: 'Close the sections' }).click()
      await expect(sections).toBeHidden()
      await page.getByRole('link', { name: 'Sections', exact: true }).click()
      await sections.getByRole('link', { name: 'Figures', exact: true }).click()
      await expect(page).toHaveURL(/\/staff\/figures$/u)
      await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden()
    })
  })
}

test('j and k go through the queue, / finds, Enter opens, ? helps', async ({ page, enter }) => {
  const references = [await ownCase(page), await ownCase(page)]
  const me = await enter('supervisor')
  for (const reference of references) await giveCalm(reference, me)
  // In a queue that nobody else changes meanwhile.
  await page.goto('/staff?holder=mine')
  await awake(page)
  const rows = await page
    .locator('[data-row]')
    .evaluateAll((found) => found.map((row) => row.getAttribute('data-row') ?? ''))
  expect(rows.toSorted()).toEqual(references.toSorted())
  const open = (index: number) => page.locator(`[data-row="${rows[index] ?? ''}"] [data-open]`)
  await page.keyboard.press('j')
  await expect(open(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(open(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(open(0)).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.locator('[data-find]').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await open(1).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/staff/cases/${rows[1] ?? ''}$`))
  await page.waitForLoadState()
  await awake(page)
  await page.keyboard.press('?')
  await expect(page).toHaveURL(/help/)
})

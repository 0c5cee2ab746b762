import { expect, test } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { playToCheck } from '../fixtures/player'

const still = [
  '/',
  '/start',
  '/emergency',
  '/report/role',
  '/liaison/reason',
  '/follow-up',
  '/support',
  '/privacy',
  '/accessibility',
  '/elsewhere',
  '/open-data',
]
const languages = ['', '/cy']

for (const language of languages) {
  for (const path of still) {
    test(`${language}${path} is accessible in light and dark, and fits 320 px either way round`, async ({
      page,
      javaScriptEnabled,
    }) => {
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(language + path === '' ? '/' : language + (path === '/' && language !== '' ? '' : path))
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      if (!javaScriptEnabled) return
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
      await expectNoSidewaysScroll(page)
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
      await expectNoSidewaysScroll(page)
    })
  }
}

test('the longest journey fits 320 px on every step, and every step is accessible in the dark', async ({
  page,
  javaScriptEnabled,
}) => {
  const [longest] = scenarios
  if (longest === undefined) throw new Error('There are no scenarios.')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/cy/report/role')
  await playToCheck(page, longest.fields, async () => {
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled) await expectAccessible(page)
  })
  await expectNoSidewaysScroll(page)
})

test('scripts carry the nonce of their answer, and nothing on the page breaks the policy', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  for (const path of still) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).nonce))
    expect(
      scripts.filter((one) => one !== nonce),
      path,
    ).toEqual([])
  }
  expect(complaints).toEqual([])
})

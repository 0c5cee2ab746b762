import { expect, test, type Page } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { expectAccessible } from '../fixtures/axe'
import { playToCheck } from '../fixtures/player'

const request = scenarios.find(
  ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
)

/** Whatever the rota says today, one of these is what somebody who asked for an officer is told. */
const promised =
  /liaison officer (is on duty now|is next on duty on .+) and will contact you by |liaison officer will contact you by |cannot say yet when a liaison officer is free|reads it first and chooses who contacts you/
const addawyd =
  /swyddog cyswllt (ar ddyletswydd nawr|ar ddyletswydd nesaf .+) a bydd yn cysylltu â chi erbyn |swyddog cyswllt yn cysylltu â chi erbyn |pryd bydd swyddog cyswllt ar gael|yn dewis pwy sy’n cysylltu â chi/

/** Sends a request and gives what was promised before and after. */
async function sendRequest(
  page: Page,
  base: string,
  words: RegExp,
  look = true,
): Promise<readonly [string, string]> {
  if (request === undefined) throw new Error('No scenario asks for an officer with a code alone.')
  await page.goto(`${base}/liaison/reason`)
  await playToCheck(page, request.fields)
  const before = page.getByText(words).first()
  await expect(before).toBeVisible()
  if (look) await expectAccessible(page)
  const told = await before.innerText()
  await page.locator('form[action$="/check/send"] button').click()
  await expect(page).toHaveURL(/\/sent$/)
  const after = page.getByText(words).first()
  await expect(after).toBeVisible()
  if (look) await expectAccessible(page)
  return [told, await after.innerText()]
}

/** The time that comes last in a promise. */
const by = (told: string) => /(?:by|erbyn) ([^.]+)\./.exec(told)?.[1]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('who asks for an officer is told when one is on duty, before and after sending, and when they come back', async ({
      page,
    }) => {
      const [before, after] = await sendRequest(page, '', promised, javaScriptEnabled)
      expect(before).toContain('your return code shows it')
      expect(by(after)).toBe(by(before))
      const code = await page
        .getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
        .first()
        .innerText()
      await page.goto('/follow-up')
      await page.locator('input[name="code"]').fill(code)
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page).toHaveURL(/\/follow-up\/status/)
      await expect(page.getByText('What you can expect')).toBeVisible()
      await expect(page.getByText('We are late')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}

test('the same in Welsh', async ({ page }) => {
  const [before, after] = await sendRequest(page, '/cy', addawyd)
  expect(by(after)).toBe(by(before))
})

test('who asks for no officer is promised none', async ({ page }) => {
  const plain = scenarios.find(({ journey }) => journey === 'report')
  if (plain === undefined) throw new Error('There is no scenario of a report.')
  await page.goto('/report/role')
  await playToCheck(page, { ...plain.fields, wantsOfficer: 'no', excludeDistricts: [], excludeWho: '' })
  await expect(page.getByText(/We aim to read it and decide what to do by /)).toBeVisible()
  await expect(page.getByText(promised)).toHaveCount(0)
})

import { expect, test, type Page } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { endDuty } from '../factories/offered-case'
import { officerOnDuty } from '../factories/officer-on-duty'
import type { StaffAccount } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { answerJourney } from '../fixtures/send-journey'
import type { FieldValues } from '@/lib/journey/view'

/** No other test sends from there, and somebody is on duty there now. */
const district = 'three-rivers'
/** A request for an officer there. */
const request = (contact: FieldValues): FieldValues => ({ reason: ['advice'], district, ...contact })
const code: FieldValues = { contactChoice: 'code-only' }
const write: FieldValues = {
  ...{ contactChoice: 'plan', safeWays: ['email'], email: 'sam@example.test', returnCode: 'no' },
}
const theirs: FieldValues = { contactChoice: 'plan', safeWays: ['i-will-contact'], returnCode: 'no' }

let onDuty: StaffAccount
test.beforeAll(async () => {
  onDuty = await officerOnDuty(district)
})
test.afterAll(() => endDuty(onDuty))

/** Sends a request and gives what was promised before and after. */
async function sendRequest(
  page: Page,
  base: string,
  fields: FieldValues,
  words: RegExp,
  look = true,
): Promise<readonly [string, string]> {
  await page.goto(`${base}${await answerJourney(page, 'liaison', fields)}`)
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
function by(told: string): string {
  const [, time] = /(?:by|erbyn) ([^.]+ \d{1,2}:\d{2}[^.]*)\./.exec(told) ?? []
  if (time === undefined) throw new Error(`No time is promised in “${told}”.`)
  return time
}

test('who asks for an officer is told when one is on duty, before and after sending, and when they come back', async ({
  page,
  javaScriptEnabled,
}) => {
  const words =
    /officer is on duty now and will leave a message for you here by .+ Open it with your return code/
  const [before, after] = await sendRequest(page, '', request(code), words, javaScriptEnabled)
  expect(before).toContain('your return code shows it')
  expect(by(after)).toBe(by(before))
  const typed = await page
    .getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    .first()
    .innerText()
  await page.goto('/follow-up')
  await page.locator('input[name="code"]').fill(typed)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/follow-up\/status/)
  await expect(page.getByText('What you can expect')).toBeVisible()
  expect(by(await page.getByText(words).first().innerText())).toBe(by(before))
  await expect(page.getByText('We are late')).toHaveCount(0)
  if (javaScriptEnabled) await expectAccessible(page)
})

test('the same in Welsh', async ({ page, javaScriptEnabled }) => {
  const words = /swyddog cyswllt ar ddyletswydd nawr a bydd yn gadael neges i chi yma erbyn dydd /
  const [before, after] = await sendRequest(page, '/cy', request(code), words, javaScriptEnabled)
  expect(by(after)).toBe(by(before))
})

for (const [who, contact, words] of [
  ['written to', write, /is on duty now and will contact you by \w+day /],
  ['waited for', theirs, /is on duty now\. We wait for you to contact us\./],
] as const)
  test(`who is ${who} is told that`, async ({ page }) => {
    const said = await sendRequest(page, '', request(contact), words, false)
    for (const told of said) expect(told.includes('will contact you')).toBe(contact === write)
  })

test('who asks for no officer is promised none', async ({ page }) => {
  const plain = scenarios.find(({ journey }) => journey === 'report')
  if (plain === undefined) throw new Error('There is no scenario of a report.')
  const fields = { ...plain.fields, wantsOfficer: 'no', excludeDistricts: [], excludeWho: '' }
  await page.goto(await answerJourney(page, 'report', fields))
  await expect(page.getByText(/We aim to read it and decide what to do by /)).toBeVisible()
  await expect(page.getByText(/liaison officer (is|will)/)).toHaveCount(0)
})

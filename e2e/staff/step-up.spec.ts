import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe'
import { confirm } from '../fixtures/confirm'
import { openCase, test } from '../fixtures/desk'
import { sendJourney } from '../fixtures/send-journey'
import { accountNow, ageProof, auditOf, newStaff } from '../factories/staff-accounts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a role is granted only after a fresh proof; nothing chosen is lost, one press goes on', async ({
      page,
      context,
      enter,
    }) => {
      const admin = await enter('administrator', { provedMinutesAgo: 11 })
      const person = await newStaff('triager')
      await page.goto(`/staff/admin/accounts/${person.id}`)
      await page.getByLabel('Role', { exact: true }).selectOption('liaison-officer')
      await page.getByLabel('Watford').check()
      await page.getByLabel('Stevenage').check()
      await page.getByLabel('Why', { exact: true }).selectOption('new-post')
      await page.getByRole('button', { name: 'Change the role' }).click()
      await expect(page).toHaveURL(/\/staff\/confirm\?back=/)
      if (javaScriptEnabled) await expectAccessible(page)
      expect((await accountNow(person))?.role).toBe('triager')

      const [before] = await context.cookies()
      await confirm(page, '000000')
      await expect(page.getByRole('alert').first()).toContainText('do not go together')
      await confirm(page)
      await expect(page.getByText('You are confirmed. Press “Change the role” again.')).toBeVisible()
      const after = (await context.cookies()).find(({ name }) => name === before?.name)
      expect(after?.value).not.toBe(before?.value)

      await expect(page.getByLabel('Role', { exact: true })).toHaveValue('liaison-officer')
      await expect(page.getByLabel('Watford')).toBeChecked()
      await expect(page.getByLabel('Stevenage')).toBeChecked()
      await page.getByRole('button', { name: 'Change the role' }).click()
      await expect(page.getByText('The role is changed.')).toBeVisible()
      expect((await accountNow(person))?.role).toBe('liaison-officer')
      expect(await auditOf(admin)).toContain('confirmed')
    })

    test('an address is hidden everywhere until it is asked for, shown once, and recorded', async ({
      page,
      enter,
    }) => {
      const { reference, address } = await sentWithAddress(page)
      const supervisor = await enter('supervisor', { provedMinutesAgo: 11 })
      await openCase(page, reference)
      await expect(page.getByRole('button', { name: 'Show the address' })).toBeVisible()
      const hidden = await page.request.get(`/staff/cases/${reference}`)
      const payload = await page.request.get(`/staff/cases/${reference}`, { headers: { rsc: '1' } })
      expect(await hidden.text()).toContain('Show the address')
      for (const answer of [hidden, payload]) {
        const text = await answer.text()
        expect(text).not.toContain(address)
        expect(text).not.toMatch(/SG1 ?1EY/u)
      }
      await page.getByRole('button', { name: 'Show the address' }).click()
      await expect(page).toHaveURL(/\/staff\/confirm/)
      await confirm(page)
      await page.getByRole('button', { name: 'Show the address' }).click()
      await expect(page.getByText(address)).toBeVisible()
      expect(await auditOf(supervisor)).toContain('revealed')
      await openCase(page, reference)
      await expect(page.getByRole('button', { name: 'Show the address' })).toBeVisible()
      await expect(page.getByText(address)).toBeHidden()
    })
  })
}

/** Sends a report with an address of its own. */
async function sentWithAddress(page: Page): Promise<{ reference: string; address: string }> {
  const address = `${String(Date.now())} Pomegranate Row`
  const reference = await sendJourney(page, 'report', {
    ...{
      role: 'victim',
      whatHappened: ['abuse'],
      placeKind: 'home',
      postcode: 'SG1 1EY',
      address,
      district: 'stevenage',
    },
    ...{ contactChoice: 'anonymous', returnCode: 'no' },
  })
  return { reference, address }
}

test('a proof of more than ten minutes ago opens no act, and the session’s old id opens nothing after a new one', async ({
  page,
  context,
  enter,
}) => {
  const admin = await enter('administrator')
  const person = await newStaff('triager')
  await ageProof(admin, 11)
  for (const act of ['role', 'close', 'open', 'reset', 'sessions']) {
    const form = { version: '1', role: 'auditor', reason: 'cover' }
    const answer = await page.request.post(`/staff/admin/accounts/${person.id}/${act}`, {
      form,
      maxRedirects: 0,
    })
    expect(answer.headers().location, act).toContain('/staff/confirm?back=')
  }
  expect(await accountNow(person)).toMatchObject({
    role: 'triager',
    active: true,
    version: 1,
    password: true,
  })
  const old = await context.cookies()
  await page.goto('/staff/confirm?back=/staff/admin')
  await confirm(page)
  await expect(page).toHaveURL(/\/staff\/admin$/)
  await context.clearCookies()
  await context.addCookies(old)
  await page.goto('/staff/admin')
  await expect(page).toHaveURL(/sign-in/)
})

for (const back of ['//elsewhere.test', 'https://elsewhere.test/staff', '/report/what']) {
  test(`confirming leads to the desk and not to ${back}`, async ({ page, enter }) => {
    await enter('triager')
    await page.goto(`/staff/confirm?back=${encodeURIComponent(back)}`)
    await confirm(page)
    await expect(page).toHaveURL(/\/staff$/)
  })
}

import { expect, test } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe'
import { codeNow, password, signIn } from '../fixtures/people'

test('a wrong password, a wrong code and an unknown person are told the same', async ({ page }) => {
  const told: string[] = []
  const attempts = [
    { email: 'ruth.abrams@example.test', secretWord: 'wrong-password-entirely', code: codeNow() },
    { email: 'ruth.abrams@example.test', secretWord: password, code: '000000' },
    { email: 'nobody@example.test', secretWord: password, code: codeNow() },
  ]
  for (const { email, secretWord, code } of attempts) {
    await page.goto('/staff/sign-in')
    await page.getByLabel(/e-?mail/i).fill(email)
    await page.getByLabel(/password/i).fill(secretWord)
    await page.getByLabel(/code/i).fill(code)
    await page.getByRole('button', { name: /sign in/i }).click()
    const alert = page.getByRole('alert').first()
    await expect(alert).toBeVisible()
    told.push(await alert.innerText())
    expect(page.url()).not.toContain('example.test')
    await expect(page.getByLabel(/e-?mail/i)).toHaveValue(email)
  }
  expect(new Set(told).size).toBe(1)
  await expectAccessible(page)
})

test('a code works once, signing out ends the session at once, and an old cookie opens nothing', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const code = codeNow()
  await signIn(page, 'quinn.doyle@example.test', code)
  await expect(page).toHaveURL(/\/staff$/)
  const cookies = await context.cookies()

  const other = await browser.newPage(baseURL === undefined ? {} : { baseURL })
  await signIn(other, 'quinn.doyle@example.test', code)
  await expect(other.getByRole('alert').first()).toBeVisible()
  await other.close()

  await page.getByRole('button', { name: /sign out/i }).click()
  await expect(page).toHaveURL(/sign-in/)
  await context.addCookies(cookies)
  await page.goto('/staff')
  await expect(page).toHaveURL(/sign-in/)
})

test('nobody who is not signed in sees any page of the desk, and no post is taken', async ({ request }) => {
  for (const path of [
    '/staff',
    '/staff/cases/HC-7K2Q-M4TD',
    '/staff/audit',
    '/staff/officers',
    '/staff/record',
    '/staff/help',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
    expect(answer.headers().location, path).toContain('/staff/sign-in')
  }
  for (const act of ['take', 'assign', 'transfer', 'status', 'note', 'risk', 'close']) {
    const answer = await request.post(`/staff/cases/HC-7K2Q-M4TD/${act}`, {
      form: { version: '1' },
      maxRedirects: 0,
    })
    expect([303, 307, 401], act).toContain(answer.status())
    expect(answer.headers().location ?? '/staff/sign-in', act).toContain('/staff/sign-in')
  }
})

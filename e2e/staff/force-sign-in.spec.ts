import { expect, test, type Page } from '@playwright/test'
import { liveSessions, newForceAccount, newInvitation } from '../factories/force-accounts'
import { expectAccessible } from '../fixtures/axe'
import { answerFor, forceName, provideIdentity, setOut } from '../fixtures/force'

const own = ['desk', 'force-flow', 'force-state', 'force-nonce', 'force-verifier']

async function cookiesOf(page: Page): Promise<string[]> {
  const { hostname } = new URL(page.url())
  const cookies = await page.context().cookies()
  return cookies.filter(({ domain }) => domain === hostname).map(({ name }) => name)
}

/** Back on the sign-in page, told why, with the other way in at hand, and signed in nowhere. */
async function expectTold(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  await expect(page).toHaveURL(/\/staff\/sign-in\?problem=force-[a-z]+$/)
  await expect(page.getByLabel(/password/i)).toBeVisible()
  expect(await cookiesOf(page)).not.toContain('desk')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody signs in where the rest of the force does, and again without being asked', async ({
      page,
    }) => {
      const { subject, name } = await newForceAccount()
      await setOut(page)
      await provideIdentity(page, subject)
      await expect(page).toHaveURL(/\/staff$/)
      await expect(page.getByText(name).first()).toBeVisible()
      expect((await cookiesOf(page)).filter((cookie) => own.includes(cookie))).toEqual(['desk'])

      await page.getByRole('button', { name: /sign out/i }).click()
      await expect(page).toHaveURL(/sign-in\?done=left/)
      await page.getByRole('link', { name: `Sign in with ${forceName}` }).click()
      await expect(page).toHaveURL(/\/staff$/)
    })
  })
}

test('its page says where the button leads, and is accessible', async ({ page }) => {
  await page.goto('/staff/sign-in')
  const link = page.getByRole('link', { name: `Sign in with ${forceName}` })
  await expect(link).toHaveAccessibleDescription(/own sign-in page and back/)
  await expectAccessible(page)
})

test('somebody nobody here is linked to is told so', async ({ page }) => {
  await setOut(page)
  await provideIdentity(page, 'subject-of-nobody')
  await expectTold(page, /knows you, but nobody here/)
  await expectAccessible(page)
})

test('an account that is closed opens nothing', async ({ page }) => {
  const account = await newForceAccount({ active: false })
  await setOut(page)
  await provideIdentity(page, account.subject)
  await expectTold(page, /knows you, but nobody here/)
  expect(await liveSessions(account)).toBe(0)
})

test('a password alone is not enough there either', async ({ page }) => {
  const account = await newForceAccount()
  await setOut(page)
  await provideIdentity(page, account.subject, 'weak')
  await expectTold(page, /did not ask you for enough/)
  expect(await liveSessions(account)).toBe(0)
})

test('somebody who turns back can try again', async ({ page }) => {
  await setOut(page)
  await page.getByRole('button', { name: 'Turn back' }).click()
  await expectTold(page, /came back without signing in/)
})

test('when it stops answering, the other way in is at hand', async ({ page }) => {
  const account = await newForceAccount({ prefix: 'away' })
  await setOut(page)
  await provideIdentity(page, account.subject)
  await expectTold(page, /does not answer/)
})

test('an answer opened in another browser, or a second time, signs nobody in', async ({
  page,
  browser,
  baseURL,
}) => {
  const account = await newForceAccount()
  const answer = await answerFor(page.request, account.subject)
  expect(answer).toContain('code=')

  const victim = await browser.newPage(baseURL === undefined ? {} : { baseURL })
  await victim.goto(answer)
  await expectTold(victim, /took too long, or was begun in another window/)
  await victim.close()
  expect(await liveSessions(account)).toBe(0)

  await page.goto(answer)
  await expect(page).toHaveURL(/\/staff$/)
  await page.context().clearCookies({ name: 'desk' })
  await page.goto(answer)
  await expectTold(page, /took too long/)
  expect(await liveSessions(account)).toBe(1)
})

test('another site that leads somebody to the beginning is answered with the sign-in page', async ({
  request,
}) => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const answer = await request.get('/staff/sign-in/force', { headers, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  expect(answer.headers().location).toBe('/staff/sign-in')
  expect(answer.headers()['set-cookie']).toBeUndefined()
})

test('what next-auth has beside the way back is nowhere', async ({ request }) => {
  for (const path of [
    'signin',
    'signin/force',
    'signout',
    'session',
    'csrf',
    'providers',
    'error',
    'verify-request',
    '_log',
    'callback',
    'callback/other',
    'callback/force/more',
  ]) {
    const answer = await request.get(`/api/auth/${path}`, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).not.toMatch(/next-auth|csrf|testshire/i)
    expect(answer.headers()['set-cookie'], path).toBeUndefined()
    const posted = await request.post(`/api/auth/${path}`, { form: { json: 'true' }, maxRedirects: 0 })
    expect([404, 405], path).toContain(posted.status())
  }
  const posted = await request.post('/api/auth/callback/force', { form: {}, maxRedirects: 0 })
  expect([404, 405]).toContain(posted.status())
})

test('a fresh proof is given there, by the same person', async ({ page }) => {
  const [account, colleague] = [await newForceAccount(), await newForceAccount()]
  await setOut(page)
  await provideIdentity(page, account.subject)
  await expect(page).toHaveURL(/\/staff$/)
  const before = (await page.context().cookies()).find(({ name }) => name === 'desk')?.value

  await page.goto('/staff/confirm?back=/staff/help')
  await page.getByRole('link', { name: `Confirm with ${forceName}` }).click()
  await provideIdentity(page, colleague.subject)
  await expect(
    page.getByRole('alert').filter({ hasText: /different Testshire Police account/ }),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/staff\/confirm\?back=/)

  await page.getByRole('link', { name: `Confirm with ${forceName}` }).click()
  await provideIdentity(page, account.subject)
  await expect(page).toHaveURL(/\/staff\/help$/)
  const after = (await page.context().cookies()).find(({ name }) => name === 'desk')?.value
  expect(after).not.toBe(before)
})

test('who signs out can sign out there too, and is asked again next time', async ({ page }) => {
  const { subject } = await newForceAccount()
  await setOut(page)
  await provideIdentity(page, subject)
  await expect(page).toHaveURL(/\/staff$/)
  await page.getByRole('button', { name: /sign out/i }).click()
  await page.getByRole('link', { name: `Sign out of ${forceName}` }).click()
  await page.getByRole('button', { name: /yes/i }).click()
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
  await page.getByRole('link', { name: `Sign in with ${forceName}` }).click()
  await expect(page.getByRole('heading', { name: 'Testshire Police' })).toBeVisible()
})

test('somebody who is invited accepts with it, and needs no password', async ({ page }) => {
  const { token, name } = await newInvitation()
  await page.goto(`/staff/invitation/${token}`)
  await expect(page).toHaveURL(/\/staff\/invitation$/)
  await expectAccessible(page)
  const subject = `subject-${token.slice(0, 12)}`
  await page.getByRole('link', { name: `Sign in with ${forceName} from now on` }).click()
  await provideIdentity(page, subject, 'weak')
  await expect(page.getByRole('alert').filter({ hasText: /did not ask you for enough/ })).toBeVisible()
  await page.getByRole('link', { name: `Sign in with ${forceName} from now on` }).click()
  await provideIdentity(page, subject)
  await expect(page).toHaveURL(/\/staff$/)
  await expect(page.getByText(name).first()).toBeVisible()

  await page.getByRole('button', { name: /sign out/i }).click()
  await page.getByRole('link', { name: `Sign in with ${forceName}` }).click()
  await expect(page).toHaveURL(/\/staff$/)
  await page.goto(`/staff/invitation/${token}`)
  await expect(page.getByRole('link', { name: `Sign in with ${forceName} from now on` })).toBeHidden()
})

test('somebody connects another identity in place of theirs, and cannot take a colleague’s', async ({
  page,
}) => {
  const [account, colleague] = [await newForceAccount(), await newForceAccount()]
  await setOut(page)
  await provideIdentity(page, account.subject)
  await expect(page).toHaveURL(/\/staff$/)
  await page.goto('/staff/account')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Connect a different one instead' }).click()
  // The provider did not say when it had seen them: they show it first.
  await page.getByRole('link', { name: `Confirm with ${forceName}` }).click()
  await provideIdentity(page, account.subject)
  await expect(page).toHaveURL(/\/staff\/account$/)
  await page.getByRole('link', { name: 'Connect a different one instead' }).click()
  await provideIdentity(page, colleague.subject)
  await expect(
    page.getByRole('alert').filter({ hasText: /different Testshire Police account/ }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Connect a different one instead' }).click()
  await provideIdentity(page, `another-${account.subject}`)
  await expect(page.getByRole('status').filter({ hasText: /is connected/ })).toBeVisible()
  await page.getByRole('button', { name: `Disconnect ${forceName}` }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByText(/Connected since/)).toBeVisible()
})

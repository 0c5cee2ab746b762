import { expect, test, type Browser, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { invite, letProofGrowOld, withdraw } from '../factories/invitations'
import { expectAccessible } from '../fixtures/axe'

const password = 'violet kettle on a slow train'
const period = 30

/** The code an authenticator shows, now or `steps` half minutes on: each works once, and the next is taken early. */
function codeOf(secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * period })
}

async function newPage(
  browser: Browser,
  baseURL: string | undefined,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  return context.newPage()
}

async function shownKey(page: Page): Promise<string> {
  return (await page.locator('#authenticator-key').innerText()).replaceAll(/\s/gu, '')
}

/** Fills in both parts of an invitation and sends it. */
async function setUp(
  page: Page,
  given: { password?: string; again?: string; code?: string } = {},
): Promise<string> {
  const secret = await shownKey(page)
  await page.getByLabel('New password').fill(given.password ?? password)
  await page.getByLabel('The same again').fill(given.again ?? given.password ?? password)
  await page.getByLabel('Code it shows now').fill(given.code ?? codeOf(secret))
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  return secret
}

async function signIn(page: Page, email: string, code: string, way = ''): Promise<void> {
  await page.goto(`/staff/sign-in${way}`)
  await page.getByLabel(/e-?mail/i).fill(email)
  await page.getByLabel(/password/i).fill(password)
  await page.getByLabel(/code/i).fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`an invitation is accepted with password and authenticator, and both and a recovery code sign in, ${how}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await newPage(browser, baseURL, javaScript)
    const robin = await invite()
    await page.goto(robin.path)
    const secret = await setUp(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Keep these recovery codes' })).toBeVisible()
    const codes = await page.locator('ol > li').allInnerTexts()
    expect(codes).toHaveLength(10)
    if (javaScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await expect(page.getByText('Your recovery codes are ready.')).toBeVisible()

    await signOut(page)
    await signIn(page, robin.email, codeOf(secret, 1))
    await expect(page).toHaveURL(/\/staff$/)

    await signOut(page)
    await page.getByRole('link', { name: 'Use a recovery code instead' }).click()
    await expect(page.getByLabel('Recovery code')).toBeVisible()
    await signIn(page, robin.email, codes[0] ?? '', '?way=recovery')
    await expect(page.getByRole('status').filter({ hasText: 'You used a recovery code.' })).toContainText(
      'If a passkey is lost, remove it below.',
    )
    await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible()
    if (javaScript) await expectAccessible(page)

    await page.getByRole('link', { name: 'Set up another authenticator' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Set up another authenticator' })).toBeVisible()
    if (javaScript) await expectAccessible(page)
    const next = await shownKey(page)
    expect(next).not.toBe(secret)
    await page.getByLabel('Code it shows now').fill('000000')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('That code is not one of this authenticator.').first()).toBeVisible()
    expect(await shownKey(page)).toBe(next)
    await page.getByLabel('Code it shows now').fill(codeOf(next))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('Your authenticator is set up.')).toBeVisible()

    await signOut(page)
    await signIn(page, robin.email, codes[0] ?? '', '?way=recovery')
    await expect(page.getByRole('alert').first()).toContainText('do not go together')
    await signIn(page, robin.email, codeOf(next, 1))
    await expect(page).toHaveURL(/\/staff$/)
    await page.context().close()
  })

  test(`one's password and recovery codes are changed after proving it again, ${how}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await newPage(browser, baseURL, javaScript)
    const robin = await invite('auditor')
    await page.goto(robin.path)
    const secret = await setUp(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await expect(page.getByText('Your recovery codes are ready.')).toBeVisible()
    await letProofGrowOld(robin)

    await page.getByRole('link', { name: 'Change your password' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Confirm it is you' })).toBeVisible()
    await page.getByLabel('Password').fill(password)
    await page.getByLabel('Code from your authenticator').fill(codeOf(secret, 1))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Change your password' })).toBeVisible()
    if (javaScript) await expectAccessible(page)

    const change = async (current: string, next: string, again = next) => {
      await page.getByLabel('Your current password').fill(current)
      await page.getByLabel('New password').fill(next)
      await page.getByLabel('The same again').fill(again)
      await page.getByRole('button', { name: 'Change your password' }).click()
    }
    await change('something else entirely', 'a brass teapot with wings')
    await expect(page.getByRole('alert').first()).toContainText('That is not your current password.')
    await change(password, 'Robin Ferris 2026 2026')
    await expect(page.getByRole('alert').first()).toContainText('made of your name')
    await change(password, 'a brass teapot with wings', 'a brass teapot with wing')
    await expect(page.getByRole('alert').first()).toContainText('not the same')
    await change(password, 'a brass teapot with wings')
    await expect(page.getByText('Your password is changed.')).toBeVisible()

    await page.getByRole('link', { name: 'Make new recovery codes' }).click()
    await page.getByRole('button', { name: 'Make ten new codes' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Keep these recovery codes' })).toBeVisible()
    await expect(page.locator('ol > li')).toHaveCount(10)
    await page.context().close()
  })

  test(`what does not do for an invitation is said, and nothing is made, ${how}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await newPage(browser, baseURL, javaScript)
    const robin = await invite()
    await page.goto(robin.path)
    const secret = await shownKey(page)
    const problems = [
      [{ password: 'fourteen chars' }, 'too short'],
      [{ password: 'passwordpassword' }, 'many people use'],
      [{ again: 'violet kettle on a slow trail' }, 'not the same'],
      [{ code: '000000' }, 'not one of this authenticator'],
    ] as const
    for (const [given, said] of problems) {
      await setUp(page, given)
      await expect(page.getByRole('alert').first()).toContainText(said)
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1)
      if (javaScript) await expect(page.getByRole('alert').first()).toBeFocused()
      await page.getByRole('alert').first().getByRole('link').click()
      await expect(page.locator('[aria-invalid="true"]')).toBeFocused()
      await expect(page).toHaveTitle(/^Check this page/)
      if (javaScript) await expectAccessible(page)
      expect(await shownKey(page)).toBe(secret)
    }
    await page.goto('/staff')
    await expect(page).toHaveURL(/sign-in/)
    await page.context().close()
  })
}

test('an invitation that is used, over, withdrawn or unknown leads to one and the same page', async ({
  browser,
  baseURL,
}) => {
  const used = await invite()
  const accepting = await newPage(browser, baseURL, false)
  await accepting.goto(used.path)
  await setUp(accepting)
  await expect(accepting.getByRole('heading', { level: 1, name: 'Keep these recovery codes' })).toBeVisible()
  await accepting.context().close()
  const withdrawn = await invite()
  await withdraw(withdrawn)
  const over = await invite('triager', -1)
  const paths = [
    used.path,
    withdrawn.path,
    over.path,
    `/staff/invitation/${'A'.repeat(43)}`,
    '/staff/invitation/x',
  ]
  const told: string[] = []
  for (const path of paths) {
    const page = await newPage(browser, baseURL, true)
    await page.goto(path)
    await expect(page).toHaveURL(/\/staff\/invitation$/)
    told.push(await page.getByRole('main').innerText())
    await expectAccessible(page)
    await page.context().close()
  }
  expect(new Set(told).size).toBe(1)
  expect(told[0]).toContain('This link does not open anything')
})

test('two browsers with one link: the second is told, and has made nothing', async ({ browser, baseURL }) => {
  const robin = await invite()
  const [one, other] = [await newPage(browser, baseURL, true), await newPage(browser, baseURL, true)]
  await one.goto(robin.path)
  await other.goto(robin.path)
  expect(await shownKey(one)).not.toBe(await shownKey(other))
  await setUp(one)
  await expect(one.getByRole('heading', { level: 1, name: 'Keep these recovery codes' })).toBeVisible()
  await setUp(other)
  await expect(
    other.getByRole('heading', { level: 1, name: 'This link does not open anything' }),
  ).toBeVisible()
  await other.goto('/staff')
  await expect(other).toHaveURL(/sign-in/)
  await one.context().close()
  await other.context().close()
})

test('a password can be shown while it is typed, and is hidden again when it is sent', async ({ page }) => {
  await page.goto('/staff/sign-in')
  const field = page.getByLabel('Password')
  await field.fill('wrong words entirely here')
  await page.getByRole('button', { name: 'Show the password' }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await page.getByLabel(/e-?mail/i).fill('nobody@example.test')
  await page.getByLabel(/code/i).fill('000000')
  // Sent, but kept on this page, so that it can be looked at as it was sent.
  await page.evaluate(() => {
    document.addEventListener('submit', (event) => {
      event.preventDefault()
    })
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(field).toHaveAttribute('type', 'password')
  await expect(page.getByRole('button', { name: 'Show the password' })).toBeVisible()
})

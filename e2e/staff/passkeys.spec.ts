import { expect, test, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { invite, letProofGrowOld } from '../factories/invitations'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { addAuthenticator } from '../fixtures/virtual-authenticator'

const acceptWithPasskey = async (page: Page, path: string) => {
  await page.goto(path)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'One lost device would shut you out' })).toBeVisible()
}

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
}

const usePasskey = async (page: Page) => {
  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL(/\/staff$/)
}

test('an invitation is accepted with a passkey, which signs in, is looked after, and never leaves nobody a way in', async ({
  page,
}) => {
  const authenticator = await addAuthenticator(page)
  const robin = await invite()
  await page.goto(robin.path)
  await expect(page).toHaveURL(/\/staff\/invitation$/)
  await expect(page.getByRole('heading', { level: 1, name: `Welcome, ${robin.name}` })).toBeVisible()
  await page.getByLabel('What to call it').fill('Work phone')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'One lost device would shut you out' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add a second passkey' })).toBeVisible()
  await expectAccessible(page)
  expect(await authenticator.count()).toBe(1)
  await page.goto('/staff/account/recovery-codes')
  await expect(page.getByText('Recovery codes go with a password, and you have none.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make ten new codes' })).toBeHidden()

  await signOut(page)
  await usePasskey(page)

  await page.goto('/staff/account')
  await expect(page.getByText('This is your only way in')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
  await page.getByText('Rename').click()
  await page.getByLabel('Name', { exact: true }).fill('Old <b>phone</b> 電話')
  await page.locator('details').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The name is changed.')).toBeVisible()
  await expect(page.locator('b', { hasText: 'Old <b>phone</b> 電話' })).toBeVisible()
  await expectAccessible(page)
})

test('a second passkey is added by somebody who has just proved who they are, and the first is removed', async ({
  page,
  browser,
  baseURL,
}) => {
  const robin = await invite()
  await addAuthenticator(page)
  await acceptWithPasskey(page, robin.path)
  await letProofGrowOld(robin)

  // The same device holds one already; another one is needed, so this one signs in from elsewhere.
  await page.goto('/staff/account/passkeys')
  await expect(page.getByRole('heading', { level: 1, name: 'Confirm it is you' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Add a passkey' })).toBeVisible()
  await page.getByRole('button', { name: 'Add this passkey' }).click()
  await expect(page.getByText('This device has a passkey of yours here already.')).toBeVisible()
  await expectAccessible(page)

  const device = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  await device.addCookies(await page.context().cookies())
  const tablet = await device.newPage()
  await addAuthenticator(tablet)
  await tablet.goto('/staff/account/passkeys')
  await tablet.getByLabel('What to call it').fill('Tablet')
  await tablet.getByRole('button', { name: 'Add this passkey' }).click()
  await expect(tablet.getByText('The passkey is added.')).toBeVisible()
  await tablet.getByRole('button', { name: 'Remove My passkey' }).click()
  await expect(tablet.getByText('The passkey is removed.')).toBeVisible()
  await signOut(tablet)
  await usePasskey(tablet)
  await device.close()

  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('That passkey was not taken.')).toBeVisible()
})

test('somebody with a passkey alone sets a password, then an authenticator, and then has recovery codes', async ({
  page,
}) => {
  const robin = await invite()
  await addAuthenticator(page)
  await acceptWithPasskey(page, robin.path)
  await page.getByRole('link', { name: 'Set a password' }).first().click()
  await page.getByLabel('New password').fill('violet kettle on a slow train')
  await page.getByLabel('The same again').fill('violet kettle on a slow train')
  await page.getByRole('button', { name: 'Set a password' }).click()
  await expect(page.getByText('Your password is set. Now set up an authenticator')).toBeVisible()
  const secret = (await page.locator('#authenticator-key').innerText()).replaceAll(/\s/gu, '')
  await page.getByLabel('Code it shows now').fill(generateSync({ secret }))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('Your authenticator is set up. Make recovery codes as well')).toBeVisible()
  await page.getByRole('button', { name: 'Make ten new codes' }).click()
  await expect(page.locator('ol > li')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Your recovery codes are ready' })).toBeVisible()
  await expect(page.getByText('One lost device would shut you out')).toBeHidden()
})

test('a passkey offered in the field of the address signs in', async ({ page, context }) => {
  const robin = await invite()
  await addAuthenticator(page, { inField: true })
  await acceptWithPasskey(page, robin.path)
  await context.clearCookies()
  await page.goto('/staff/sign-in', { waitUntil: 'commit' })
  await expect(page).toHaveURL(/\/staff$/)
})

test('whoever holds the device but does not pass its check gets nowhere', async ({ page }) => {
  const robin = await invite()
  const authenticator = await addAuthenticator(page)
  await acceptWithPasskey(page, robin.path)
  await signOut(page)
  await authenticator.setVerified(false)
  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('No passkey was chosen.')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/staff')
  await expect(page).toHaveURL(/sign-in/)
})

test('without JavaScript the page says that a passkey needs it, and the form stands', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const page = await context.newPage()
  await page.goto('/staff/sign-in')
  await expect(page.locator('noscript p')).toBeVisible()
  await expect(page.locator('noscript p')).toContainText(
    'A passkey needs JavaScript, which is off in this browser.',
  )
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the pages of signing in read well in the ${colorScheme}, on every width`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    const page = await context.newPage()
    await addAuthenticator(page)
    const look = async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await expectNoSidewaysScroll(page)
        if (width !== 390) await expectAccessible(page)
      }
    }
    const robin = await invite('liaison-officer', 72, 'christopher.featherstonehaugh-wolstenholme')
    for (const path of ['/staff/sign-in', '/staff/sign-in?way=recovery', '/staff/sign-in?problem=busy']) {
      await page.goto(path)
      await look()
    }
    await page.goto('/staff/invitation')
    await look()
    await page.goto(robin.path)
    await look()
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await expect(page.getByRole('heading', { name: 'One lost device would shut you out' })).toBeVisible()
    await look()
    for (const path of ['', '/passkeys', '/password', '/password?problem=common', '/recovery-codes']) {
      await page.goto(`/staff/account${path}`)
      await look()
    }
    await context.close()
  })

import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { accountNow, asOwner, auditOf, letIn, newStaff } from '../factories/staff-accounts'

const pages = (id: string) => [
  '/staff/admin',
  `/staff/admin/accounts/${id}`,
  '/staff/admin/invitations',
  '/staff/admin/roles',
]

async function chooseRole(page: Page, role: string): Promise<void> {
  await page.getByLabel('Role', { exact: true }).selectOption(role)
  await page.getByLabel('Why', { exact: true }).selectOption('cover')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an administrator finds somebody, changes their role, and they are out with their next click', async ({
      page,
      origin,
      enter,
      elsewhere,
    }) => {
      const person = await newStaff('supervisor')
      await letIn(elsewhere, person, origin)
      const there = await elsewhere.newPage()
      await there.goto('/staff/audit')
      await expect(there.getByRole('heading', { level: 1 })).toHaveText('Audit')

      const admin = await enter('administrator')
      await page.goto('/staff/admin')
      await page.getByLabel('Name or e-mail').fill(person.name.toUpperCase())
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/find=/)
      await page.getByRole('link', { name: person.name }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name)
      await chooseRole(page, 'call-handler')
      await page.getByRole('button', { name: 'Change the role' }).click()
      await expect(page.getByText('The role is changed.')).toBeVisible()
      expect(await accountNow(person)).toMatchObject({ role: 'call-handler', version: 2 })

      await there.goto('/staff/audit')
      await expect(there).toHaveURL(/sign-in/)
      expect(await auditOf(admin)).toContain('role-changed')
      expect(await auditOf(person)).toContain('session-ended')
    })

    test('of two who change the same account the second is told, and keeps what they chose', async ({
      page,
      enter,
    }) => {
      await enter('administrator')
      const person = await newStaff('triager')
      await page.goto(`/staff/admin/accounts/${person.id}`)
      await chooseRole(page, 'auditor')
      await asOwner((database) =>
        database.query(`UPDATE account SET role = 'supervisor', version = version + 1 WHERE id = $1`, [
          person.id,
        ]),
      )
      await page.getByRole('button', { name: 'Change the role' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Somebody else changed this')
      await expect(page.getByLabel('Role', { exact: true })).toHaveValue('auditor')
      await expect(page.getByLabel('Why', { exact: true })).toHaveValue('cover')
      expect((await accountNow(person))?.role).toBe('supervisor')
    })

    test('an invitation’s link is shown once; withdrawn, it does nothing', async ({ page, enter }) => {
      const admin = await enter('administrator')
      await page.goto('/staff/admin/invitations')
      await page.getByLabel('Name', { exact: true }).fill('Zoë Àdéyemí')
      const email = `${admin.id}.new@example.test`
      await page.getByLabel('Work e-mail').fill(email)
      await page.getByLabel('Role', { exact: true }).selectOption('liaison-officer')
      await page.getByRole('button', { name: 'Make the link' }).click()
      const summary = page.getByRole('alert').first()
      if (javaScriptEnabled) await expect(summary).toBeFocused()
      await summary.getByRole('link', { name: 'A liaison officer needs a district' }).click()
      await expect(page.locator('[name="districts"][aria-invalid="true"]').first()).toBeFocused()
      await expect(page.getByLabel('Work e-mail')).toHaveValue(email)
      await page.getByLabel('Stevenage').check()
      await page.getByRole('button', { name: 'Make the link' }).click()
      await expect(page.getByRole('heading', { name: 'The link, shown once' })).toBeVisible()
      const link = await page.getByText(/\/staff\/invitation\/[\w-]{43}/).innerText()
      expect(page.url()).not.toContain(link.split('/').at(-1))
      await page.goto('/staff/admin/invitations')
      await expect(page.getByText(email)).toBeVisible()
      await expect(page.getByText(link)).toBeHidden()
      await page
        .getByRole('row')
        .filter({ hasText: email })
        .getByRole('button', { name: /Withdraw/ })
        .click()
      await expect(page.getByText('The invitation is withdrawn.')).toBeVisible()
    })

    test('closing an account and opening it again; resetting voids what they sign in with', async ({
      page,
      enter,
    }) => {
      await enter('administrator')
      const person = await newStaff('triager')
      await page.goto(`/staff/admin/accounts/${person.id}`)
      await page.getByLabel('Why it is closed').selectOption('left-post')
      await page.getByRole('button', { name: 'Close the account' }).click()
      await expect(page.getByText('The account is closed.')).toBeVisible()
      expect(await accountNow(person)).toMatchObject({ active: false })
      await page.getByLabel('Why it is opened').selectOption('back')
      await page.getByRole('button', { name: 'Open the account' }).click()
      await expect(page.getByText('The account is open again.')).toBeVisible()
      await page.getByLabel('Why it is reset').selectOption('lost')
      await page.getByRole('button', { name: 'Reset and make a link' }).click()
      await expect(page.getByRole('heading', { name: 'The link, shown once' })).toBeVisible()
      expect(await accountNow(person)).toMatchObject({ active: true, password: false })
    })
  })
}

test('nobody decides about their own account', async ({ page, enter }) => {
  const admin = await enter('administrator')
  await page.goto(`/staff/admin/accounts/${admin.id}`)
  await expect(page.getByText('This is your own account.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Close the account' })).toBeHidden()
  const answer = await page.request.post(`/staff/admin/accounts/${admin.id}/close`, {
    form: { version: '1', reason: 'left-post' },
    maxRedirects: 0,
  })
  expect(answer.headers().location).toContain('problem=own-account')
  expect(await accountNow(admin)).toMatchObject({ active: true, role: 'administrator' })
})

for (const role of ['call-handler', 'triager', 'liaison-officer', 'supervisor', 'auditor'] as const) {
  test(`for a ${role} none of it exists, and no post is taken`, async ({ page, enter }) => {
    await enter(role)
    const person = await newStaff('triager')
    for (const path of pages(person.id)) {
      const answer = await page.request.get(path)
      expect(answer.status(), path).toBe(404)
    }
    for (const act of ['role', 'close', 'open', 'reset', 'sessions']) {
      const form = { version: '1', role: 'administrator', reason: 'cover' }
      const answer = await page.request.post(`/staff/admin/accounts/${person.id}/${act}`, {
        form,
        maxRedirects: 0,
      })
      expect(answer.headers().location, act).toBe('/staff?problem=not-found')
    }
    expect(await accountNow(person)).toMatchObject({
      role: 'triager',
      active: true,
      version: 1,
      password: true,
    })
  })
}

test('an administrator sees no case, by any address', async ({ page, enter }) => {
  const admin = await enter('administrator')
  const reference = await asOwner(async (database) => {
    const { rows } = await database.query<{ reference: string }>('SELECT reference FROM "case" LIMIT 1')
    return rows[0]?.reference ?? ''
  })
  expect((await page.request.get(`/staff/cases/${reference}`)).status()).toBe(404)
  for (const path of pages(admin.id)) {
    const answer = await page.request.get(path)
    expect(await answer.text(), path).not.toMatch(/HC-[0-9A-Z]{4}-[0-9A-Z]{4}|LR-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  }
})

for (const [index, name] of ['the list', 'an account', 'invitations', 'roles', 'confirming'].entries()) {
  test(`${name} can be used by everybody, on a phone too, in light and dark`, async ({ page, enter }) => {
    const person = await enter('liaison-officer')
    await enter('administrator')
    await page.goto([...pages(person.id), '/staff/confirm?back=/staff/admin'][index] ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await expectNoSidewaysScroll(page)
      if (width === 320) continue
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    }
  })
}

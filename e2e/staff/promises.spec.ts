import { byItself } from '@/lib/domain/live/by-itself'
import { expect } from '@playwright/test'
import { test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'

test('a password is masked, may be pasted, and is offered to password managers', async ({ page }) => {
  await page.goto('/staff/sign-in')
  const password = page.locator('#password')
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  const isLeftAlone = await password.evaluate((field) =>
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  expect(isLeftAlone).toBe(true)
})

test.describe('a supervisor', () => {
  test('can sign out from every page of the desk', async ({ page, enter }) => {
    const aCase = `/staff/cases/${await sendReport(page)}`
    await enter('supervisor')
    for (const path of ['/staff', aCase, '/staff/record', '/staff/officers', '/staff/audit', '/staff/help']) {
      await page.goto(path)
      await expect(page.getByRole('button', { name: 'Sign out' }), path).toBeVisible()
    }
  })

  test('has nothing in the browser but cookies no script can read', async ({ page, context, enter }) => {
    await enter('supervisor')
    await page.goto('/staff')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const cookies = await context.cookies()
    expect(cookies.length).toBeGreaterThan(0)
    const readable = cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite === 'None')
    expect(readable.filter(({ name }) => name !== byItself.name)).toEqual([])
    const mark = `${byItself.name}=${byItself.value}`
    const kept = await page.evaluate(
      async (mark) => ({
        // That the queue came anew by itself, because somebody sent a report just now, is known for five seconds and says nothing else.
        cookies: document.cookie.replace(mark, ''),
        storage: localStorage.length + sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }),
      mark,
    )
    expect(kept).toEqual({ cookies: '', storage: 0, databases: 0, caches: 0 })
  })
})

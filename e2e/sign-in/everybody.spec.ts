import { expect, test } from '@playwright/test'
import { people, signIn } from '../fixtures/people'

for (const [person, email] of Object.entries(people)) {
  test(`${person} signs in without JavaScript and is at the desk`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    const page = await context.newPage()
    await signIn(page, email)
    await expect(page).toHaveURL(/\/staff(\/(?!sign-in).*)?$/)
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    await context.close()
  })
}

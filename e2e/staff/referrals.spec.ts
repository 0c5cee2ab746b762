import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { newSenderKey, signedHeaders } from '../referrals/signing'
import type { SenderKey } from '../referrals/signing'

/** Adds a sender with a key, as an administrator does, and gives the key with the name that it is called by. */
async function addSender(page: Page, name: string): Promise<SenderKey & { readonly keyId: string }> {
  const key = newSenderKey()
  await page.goto('/staff/admin/senders')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Who they are').selectOption('true-vision')
  await page.getByRole('button', { name: 'Add the sender' }).click()
  await expect(page.getByText('The sender is added.')).toBeVisible()
  const card = page.getByRole('article', { name })
  await card.getByLabel('Public key').fill(key.publicKey)
  await card.getByRole('button', { name: 'Add the key' }).click()
  await expect(page.getByText('The key is added.')).toBeVisible()
  const keyId = await card
    .getByText(/^[0-9a-f-]{36}$/u)
    .first()
    .innerText()
  return { ...key, keyId }
}

const referral = () => ({
  version: 'referral/1',
  reference: `TV-${randomUUID()}`,
  kind: 'report',
  answers: {
    ...{ role: 'victim', whatHappened: ['abuse'], account: 'They shouted at me.', placeKind: 'street' },
    ...{ district: 'stevenage', postcode: 'SG1 1EY', contactChoice: 'anonymous', height: 'tall' },
  },
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an administrator adds a sender, whose machine then sends a case', async ({
      page,
      enter,
      origin,
    }) => {
      await enter('administrator')
      const name = `True Vision ${randomUUID().slice(0, 8)}`
      const key = await addSender(page, name)
      const body = JSON.stringify(referral())
      const headers = signedHeaders(body, { ...key, authority: new URL(origin).host, at: new Date() })
      const sent = await fetch(`${origin}/referrals`, { method: 'POST', body, headers })
      expect(sent.status).toBe(201)
      const { reference } = (await sent.json()) as { reference: string }
      const again = await fetch(`${origin}/referrals`, { method: 'POST', body, headers })
      expect(await again.json()).toMatchObject({ code: 'replayed', status: 409 })

      await enter('supervisor')
      await page.goto(`/staff/cases/${reference}`)
      await page.locator('form[action$="/reason"] button').first().click()
      await expect(page.getByText('They shouted at me.')).toBeVisible()
      await expect(page.getByText(name)).toBeVisible()
      await expect(page.getByText('tall', { exact: true })).toBeVisible()
      await expect(page.getByText('True Vision', { exact: false }).first()).toBeVisible()
    })

    test('a file is shown as it was understood, recorded once, and by machine is the same case', async ({
      page,
      enter,
      origin,
    }) => {
      await enter('administrator')
      const name = `Force ${randomUUID().slice(0, 8)}`
      const key = await addSender(page, name)
      await enter('triager')
      await page.goto('/staff/referrals')
      const sent = referral()
      const body = JSON.stringify(sent)
      const send = async (text: string) => {
        await page.getByLabel('Who it is from').selectOption({ label: name })
        const buffer = Buffer.from(text)
        await page
          .getByLabel('The file')
          .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer })
        await page.getByRole('button', { name: 'Show what was understood' }).click()
      }
      await send('{"version":')
      await expect(page.getByRole('alert').first()).toContainText('no referral that can be read')
      await send(body)
      await expect(page.getByText('They shouted at me.')).toBeVisible()
      await expect(page.getByText('tall', { exact: true })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Record this referral' }).click()
      const done = page.getByText('It is recorded. The case is')
      await expect(done).toBeVisible()
      const reference = await done.getByRole('link').innerText()
      await send(body)
      await page.getByRole('button', { name: 'Record this referral' }).click()
      await expect(page.getByText('is not recorded twice')).toContainText(reference)
      const headers = signedHeaders(body, { ...key, authority: new URL(origin).host, at: new Date() })
      const byMachine = await fetch(`${origin}/referrals`, { method: 'POST', body, headers })
      expect(byMachine.status).toBe(200)
      expect(await byMachine.json()).toMatchObject({ reference })
      await send(JSON.stringify({ ...sent, answers: { account: 'Something else.' } }))
      await page.getByRole('button', { name: 'Record this referral' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Another content came')
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByText('True Vision', { exact: false }).first()).toBeVisible()
      await page.setViewportSize({ width: 320, height: 800 })
      await page.goto('/staff/referrals')
      await expectNoSidewaysScroll(page)
    })

    test('a key that is none is said so, and what was typed stays', async ({ page, enter }) => {
      await enter('administrator')
      const name = `Force ${randomUUID().slice(0, 8)}`
      await addSender(page, name)
      // Others' tests have senders on the same page.
      const card = page.getByRole('article', { name })
      await card.getByLabel('Public key').fill('not a key')
      await card.getByRole('button', { name: 'Add the key' }).click()
      await expect(page.getByRole('alert').first()).toContainText('That was not done')
      await expect(card.getByLabel('Public key')).toHaveValue('not a key')
      await card.getByRole('button', { name: /^Stop taking referrals/ }).click()
      await expect(page.getByText('Nothing of this sender is taken any more.')).toBeVisible()
    })
  })
}

test('the page of senders is good to use', async ({ page, enter }) => {
  await enter('administrator')
  await addSender(page, `Sender ${randomUUID().slice(0, 8)}`)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
})

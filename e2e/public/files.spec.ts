import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { addButton, addChosen } from '../fixtures/add-files'
import { awake } from '../fixtures/awake'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { comeBack } from '../fixtures/come-back'
import { answerRequest } from '../fixtures/send-journey'

const picture = (name: string, length = 3000) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(length, 7)]),
})

async function toFiles(page: Page, prefix = ''): Promise<void> {
  await page.goto(`${prefix}${await answerRequest(page)}`)
  await page.locator('a[href$="/liaison/files"]').click()
  await expect(page).toHaveURL(/\/liaison\/files$/)
}

test('files are added, said to be wrong in words, removed, sent, and receipted', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await toFiles(page)
  await expectNoSidewaysScroll(page)
  await page
    .locator('#files')
    .setInputFiles([
      picture('us at the door.jpg', 2_500_000),
      { name: 'program.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\u0090\u0000') },
      picture('other.jpg'),
    ])
  await addChosen(page)
  await expect(page.locator('#problem')).toContainText('program.jpg')
  const list = page.getByRole('region', { name: 'Files you have added' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expectNoSidewaysScroll(page)
  if (javaScriptEnabled) await expectAccessible(page)
  await list.getByRole('button', { name: /Remove .other\.jpg/ }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(page.locator('#problem')).toHaveCount(0)
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByText('1 file is sent with it.')).toBeVisible()
  await page.getByRole('button', { name: /send/i }).click()
  await expect(page.getByRole('heading', { name: 'The file you sent' })).toBeVisible()
  await expect(page.getByText('us at the door.jpg')).toBeVisible()
})

test('nothing chosen is said kindly, in Welsh too, and nothing is lost', async ({ page }) => {
  await toFiles(page, '/cy')
  await addButton(page).click()
  await expect(page).toHaveURL(/\/cy\/liaison\/files/)
  await expect(page.locator('#problem')).toContainText('Dewiswch ffeil yn gyntaf')
  await page.locator('a[href="/cy/liaison/check"]').click()
  await expect(page.getByRole('button').last()).toBeVisible()
})

test('the page of files belongs to whoever has begun', async ({ page }) => {
  await page.goto('/report/files')
  await expect(page).toHaveURL(/\/start$/)
})

test('somebody who comes back with a code sends a file, and finds the receipt again', async ({
  browser,
  javaScriptEnabled,
}) => {
  const { page } = await comeBack(browser, javaScriptEnabled)
  await page.getByRole('link', { name: 'Send photographs or other files' }).click()
  await page.locator('#files').setInputFiles([picture('a voice.jpg'), picture('no picture.jpg', 0)])
  await addChosen(page)
  const sent = page.getByRole('region', { name: 'Files you have sent' })
  await expect(sent.getByText('a voice.jpg')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.reload()
  await expect(sent.getByRole('listitem')).toHaveCount(2)
  // With nothing chosen: there are no answers here that could be kept.
  await addButton(page).click()
  await expect(page.locator('#files-error')).toContainText('The other files are kept.')
  await expect(page.locator('#files-error')).not.toContainText('answers')
  await page.context().close()
})

test('a file goes on where it stood after a line that went dead, and after the page is loaded anew', async ({
  page,
  javaScriptEnabled,
}, testInfo) => {
  if (!javaScriptEnabled) {
    // Without a script there are no pieces: the whole form is sent again.
    await toFiles(page)
    await expect(page.locator('#main').getByRole('status')).toHaveText('')
    return
  }
  const path = testInfo.outputPath('a film.jpg')
  writeFileSync(path, picture('', 3_500_000).buffer)
  await toFiles(page)
  await awake(page)
  const sent: string[] = []
  page.on('request', (request) => {
    const at = /\/piece\?.*at=(\d+)/u.exec(request.url())?.[1]
    if (at !== undefined) sent.push(at)
  })
  let dead = true
  await page.route(/\/piece\?.*at=[1-9]/u, (route) => (dead ? route.abort() : route.continue()))
  await page.locator('#files').setInputFiles(path)
  await addButton(page).click()
  await expect(page.locator('#main').getByRole('status')).toContainText('It goes on by itself when it can')
  await page.reload()
  await expect(page.getByText('Choose the same file again to go on from where it stopped')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await awake(page)
  sent.length = 0
  await page.locator('#files').setInputFiles(path)
  await addButton(page).click()
  await expect(page.locator('#main').getByRole('status')).toContainText('It goes on by itself when it can')
  dead = false
  const list = page.getByRole('region', { name: 'Files you have added' })
  await expect(list.getByText('Picture, 3.3 megabytes')).toBeVisible()
  expect(sent).not.toContain('0')
  expect(new Set(sent)).toEqual(new Set(['1', '2', '3']))
})

test('a file that did not arrive whole is said so before sending, and holds nothing back', async ({
  page,
  javaScriptEnabled,
}) => {
  await toFiles(page)
  const begun = await page.request.post('/files/liaison/begin', {
    form: { name: 'half.jpg', size: '40', mark: '40-half.jpg', first: 'yes' },
    headers: { origin: new URL(page.url()).origin, 'sec-fetch-site': 'same-origin' },
  })
  expect(begun.status()).toBe(200)
  await page.goto('/liaison/check')
  await expect(page.getByText('One file did not arrive whole and is not sent.')).toBeVisible()
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('button', { name: /send/i }).click()
  await expect(page).toHaveURL(/\/liaison\/sent$/)
})

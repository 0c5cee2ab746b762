import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { startProduct, type Product } from '../../scripts/testing/product'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'
import { asOwner, letIn, newStaff } from '../factories/staff-accounts'
import type { Role } from '@/lib/domain/words'

// One story of two forces, each with a product, a database and keys of its own: each chapter goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const account = 'They shouted at me in the market and threw a bottle.'
const scratch: string[] = []
const forces: Partial<Record<'here' | 'there', Product>> = {}

function at(name: 'here' | 'there'): Product {
  const product = forces[name]
  if (product === undefined) throw new Error('That force is not there yet.')
  process.env.DATA_DIR = product.dataDir
  return product
}

async function start(force: string): Promise<Product> {
  const dir = mkdtempSync(join(tmpdir(), `alongside-${force}-`))
  scratch.push(dir)
  return startProduct(dir, { FORCE: force })
}

test.beforeAll(async () => {
  // Two products are started, on a machine that may start others.
  test.setTimeout(700_000)
  delete process.env.OIDC_ISSUER
  forces.here = await start('hertfordshire')
  forces.there = await start('bedfordshire')
})

test.afterAll(async () => {
  for (const product of Object.values(forces)) await product.stop()
  for (const dir of scratch) rmSync(dir, { recursive: true, force: true })
})

/** A new browser at one of the forces, for somebody of a role, or for the public. */
async function open(browser: Browser, name: 'here' | 'there', role: Role | null): Promise<Page> {
  const { url } = at(name)
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } })
  if (role !== null) await letIn(context, await newStaff(role), url)
  return context.newPage()
}

/** What a force's desk gives another to be known by. */
async function identityOf(browser: Browser, name: 'here' | 'there'): Promise<string> {
  const page = await open(browser, name, 'administrator')
  await page.goto('/staff/admin/partners')
  await expectAccessible(page)
  return page.locator('pre').innerText()
}

async function know(browser: Browser, name: 'here' | 'there', identity: string): Promise<void> {
  const page = await open(browser, name, 'administrator')
  await page.goto('/staff/admin/partners')
  await page.getByLabel('The other force’s text').fill(identity)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Compare the fingerprint' })).toBeVisible()
}

const channelOf = (reference: string) =>
  asOwner(async (database) => {
    const { rows } = await database.query<{ channel: string }>(
      'SELECT channel FROM "case" WHERE reference = $1',
      [reference],
    )
    return rows.map(({ channel }) => channel)
  })
const casesThere = () =>
  asOwner(async (database) => {
    const { rows } = await database.query<{ count: string }>(
      `SELECT count(*) FROM "case" WHERE channel = 'other-force'`,
    )
    return Number(rows[0]?.count)
  })
const actsOf = (reference: string) =>
  asOwner(async (database) => {
    const { rows } = await database.query<{ action: string }>(
      'SELECT action FROM audit_event WHERE reference = $1 ORDER BY seq',
      [reference],
    )
    return rows.map(({ action }) => action)
  })

/** Fills in the form of passing a case on, which the page of this reference shows. */
async function fillPass(page: Page, reference: string): Promise<void> {
  await page.goto(`/staff/cases/${reference}/pass`)
  await page.getByLabel('Bedfordshire Police').check()
  await page.getByLabel('Why is it passed to them?').fill('It happened in Luton.')
}

const story = { reference: '', theirs: '', code: '' }

test('the other force does not know this one: it is refused in words, and the case stays here', async ({
  browser,
}) => {
  await know(browser, 'here', await identityOf(browser, 'there'))
  const person = await open(browser, 'here', null)
  story.reference = await sendReport(person, { account })
  story.code = await person
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
    .first()
    .innerText()
  const desk = await open(browser, 'here', 'supervisor')
  await fillPass(desk, story.reference)
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Send it now' }).click()
  await expect(desk.getByRole('status').filter({ hasText: 'They did not take it' })).toBeVisible()
  await expect(desk.getByText('The signature is not that of the force')).toBeVisible()
  at('here')
  expect(await actsOf(story.reference)).toContain('passing-refused')
  expect(await channelOf(story.reference)).toEqual(['online'])
  await desk.goto('/staff')
  await expect(desk.getByText('Another force did not take it').first()).toBeVisible()
})

test('known to each other, it is passed, acknowledged, and in their queue as from another force', async ({
  browser,
}) => {
  await know(browser, 'there', await identityOf(browser, 'here'))
  const desk = await open(browser, 'here', 'supervisor')
  await fillPass(desk, story.reference)
  await desk.getByRole('button', { name: 'Send it now' }).click()
  await expect(desk.getByRole('status').filter({ hasText: 'They have it' })).toBeVisible()
  const line = await desk.getByText(/acknowledged .* Their reference: /u).innerText()
  story.theirs = /HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/u.exec(line)?.[0] ?? ''
  at('here')
  expect(await actsOf(story.reference)).toEqual(
    expect.arrayContaining(['handed-out', 'passing-acknowledged']),
  )
  at('there')
  expect(await channelOf(story.theirs)).toEqual(['other-force'])
  const theirDesk = await open(browser, 'there', 'supervisor')
  await openCase(theirDesk, story.theirs)
  await expect(theirDesk.getByText(account).first()).toBeVisible()
  await expect(theirDesk.getByText('From Hertfordshire Constabulary').first()).toBeVisible()
  await expect(theirDesk.getByText(story.reference).first()).toBeVisible()
})

test('it can be closed here for that, and the person is told who has it', async ({ browser }) => {
  at('here')
  const desk = await open(browser, 'here', 'supervisor')
  await openCase(desk, story.reference)
  await expect(desk.getByText(`Bedfordshire Police has this case, as ${story.theirs}.`)).toBeVisible()
  await expect(desk.locator('#close-disposition')).toHaveValue('other-force')
  await expectAccessible(desk)
  await desk.locator('#close-reason').fill('It happened in Luton, and they have it.')
  await desk.getByRole('button', { name: 'Close case' }).click()
  await expect(desk.getByText('Passed to another force').first()).toBeVisible()
  expect(await actsOf(story.reference)).toContain('closed')

  const person = await open(browser, 'here', null)
  await person.goto('/follow-up')
  await person.locator('[name="code"]').fill(story.code)
  await person.getByRole('main').getByRole('button').first().click()
  await expect(person.getByText('Bedfordshire Police has what you told us')).toBeVisible()
  await expect(person.locator('[name="message"]')).toBeVisible()
  await expectAccessible(person)
  await person.goto('/cy/follow-up/status')
  await expect(person.getByText('gan Bedfordshire Police')).toBeVisible()
})

test('a forged and a replayed request are refused, and leave no case', async () => {
  const { url } = at('there')
  const before = await casesThere()
  const forged = await fetch(`${url}/exchange`, {
    method: 'POST',
    body: '{}',
    headers: {
      'content-type': 'application/json',
      'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:`,
    },
  })
  expect(forged.status).toBe(400)
  expect(await forged.json()).toEqual({ schema: 'passed-case-answer/1', refusal: 'malformed' })
  expect(await casesThere()).toBe(before)
})

for (const javaScriptEnabled of [true, false]) {
  test(`as an encrypted file it is looked at, recorded once, and acknowledged${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
    browser,
  }) => {
    const reference = await sendReport(await open(browser, 'here', null), { account })
    const desk = await open(browser, 'here', 'supervisor')
    await fillPass(desk, reference)
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Make an encrypted file' }).click(),
    ])
    const file = await readFile(await download.path())
    expect(file.toString('utf8')).not.toContain('bottle')

    const { url } = at('there')
    const context = await browser.newContext({
      baseURL: url,
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    })
    await letIn(context, await newStaff('supervisor'), url)
    const page = await context.newPage()
    await page.goto('/staff/passed-in')
    if (javaScriptEnabled) await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page
      .getByLabel('The file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(page.getByRole('alert').first()).toContainText('no case that an Alongside can read')
    const before = await casesThere()
    const upload = async () => {
      await page
        .getByLabel('The file')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: file })
      await page.getByRole('button', { name: 'Read the file' }).click()
      await expect(page.getByRole('heading', { name: 'What was understood' })).toBeVisible()
    }
    await upload()
    await expect(page.getByText(reference).first()).toBeVisible()
    expect(await casesThere()).toBe(before)
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('button', { name: 'Record it as a case' }).click()
    const said = await page.getByRole('status').filter({ hasText: 'HC-' }).innerText()
    const theirs = /HC-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(said)?.[0] ?? ''
    await upload()
    await page.getByRole('button', { name: 'Record it as a case' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: `It was here already, as ${theirs}` }),
    ).toBeVisible()
    expect(await casesThere()).toBe(before + 1)

    at('here')
    await desk.goto(`/staff/cases/${reference}/pass`)
    await desk.getByLabel('Their reference, as they told you').fill(theirs)
    await desk.getByRole('button', { name: 'They have it' }).click()
    await expect(desk.getByText(`Their reference: ${theirs}`).first()).toBeVisible()
    expect(await actsOf(reference)).toContain('passing-acknowledged')
  })
}

for (const role of ['triager', 'auditor'] as const)
  test(`there is no way to pass a case for ${role}`, async ({ browser }) => {
    const page = await open(browser, 'here', role)
    expect((await page.goto(`/staff/cases/${story.reference}/pass`))?.status()).toBe(404)
    await page.goto('/staff/passed-in')
    await expect(page.getByRole('heading', { name: 'What was understood' })).toHaveCount(0)
  })

test('on a narrow window the way to another force is read without scrolling sideways', async ({
  browser,
}) => {
  const page = await open(browser, 'here', 'supervisor')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/staff/cases/${story.reference}/pass`)
  await expectNoSidewaysScroll(page)
  const admin = await open(browser, 'here', 'administrator')
  await admin.setViewportSize({ width: 320, height: 640 })
  await admin.goto('/staff/admin/partners')
  await expectNoSidewaysScroll(admin)
})

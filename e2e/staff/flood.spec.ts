import { spawn, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import { answerAll, send, sendForm } from '../../bench/journey'
import { newVisitor } from '../../bench/visitor'
import { solver } from '@/lib/edge/puzzle'
import { freePort } from '../../scripts/net/free-port'
import { endGently } from '../../scripts/run/children'
import { untilHealthy } from '../../scripts/run/listen'
import { root } from '../../scripts/run/project'
import { test } from '../fixtures/desk'

/** A second server of the same product, where three sendings an hour from one part of the network are many. */
let server: ChildProcess
let origin = ''
const perHour = 3
const inFlood = 12

test.describe.configure({ mode: 'serial' })

const read = (file: string) =>
  JSON.parse(readFileSync(join(process.env.DATA_DIR ?? '', file), 'utf8')) as Record<string, string>

test.beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${String(port)}`
  server = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ...read('secrets.json'),
      DATABASE_URL: read('running.json').url,
      KEY_DIR: join(process.env.DATA_DIR ?? '', 'keys'),
      HOST: 'localhost',
      PORT: String(port),
      PUBLIC_URL: origin,
      TRUSTED_PROXY: '127.0.0.1,::1',
      LANE_PART_PER_HOUR: String(perHour),
      LANE_PUZZLE_PER_MINUTE: '1',
    },
  })
  await untilHealthy(origin, server)
})

test.afterAll(() => endGently(server))

/** A report nobody is in danger in. */
const calm = {
  ...{ role: 'witness', whatHappened: ['abuse'], placeKind: 'park', district: 'not-sure' },
  contactChoice: 'anonymous',
}

/** Walks to the check page and sends, with the puzzle solved as a browser would. Gives the reference. */
async function sendFrom(address: string): Promise<string> {
  const visitor = newVisitor(origin, undefined, new Map(), { 'x-forwarded-for': address })
  const check = await answerAll(visitor, '/report/role', calm)
  const form = await sendForm(visitor, check)
  form.set('solution', solver(form.get('token') ?? '').work(Infinity) ?? '')
  const { location } = await send(visitor, check, form)
  expect(location).toBe('/report/sent')
  const [reference = ''] = /HC-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec((await visitor.get(location)).body) ?? []
  return reference
}

async function checkPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled, baseURL: origin })).newPage()
  const visitor = newVisitor(origin)
  const check = await answerAll(visitor, '/report/role', calm)
  const [name = '', value = ''] = visitor.cookie().split('=')
  await page.context().addCookies([{ name, value, url: origin }])
  await sendFrom('203.0.113.1')
  await page.goto(check)
  return page
}

const sendButton = (page: Page) => page.locator('form[action$="/check/send"] button')

test('of many sent at once none is lost, none is refused, and what is too many is marked', async ({
  page,
  enter,
}) => {
  const references: string[] = []
  while (references.length < inFlood) references.push(await sendFrom('192.0.2.1'))
  const another = await sendFrom('198.51.100.1')
  expect(new Set(references).size).toBe(inFlood)
  await enter('supervisor')
  const listed = async (lane: string, reference: string) => {
    const queue = await (await page.request.get(`/staff?lane=${lane}&find=${reference}`)).text()
    return queue.includes(`data-row="${reference}"`)
  }
  const slow = await Promise.all(references.map((reference) => listed('slow', reference)))
  expect(slow.filter(Boolean).length).toBe(inFlood - perHour)
  expect(await listed('usual', another)).toBe(true)
  await page.goto(`/staff?lane=slow&find=${references[slow.indexOf(true)] ?? ''}`)
  await expect(page.locator('[data-row]')).toContainText('Came in a flood')
})

test('while many send, a browser solves the puzzle by itself', async ({ browser }) => {
  const page = await checkPage(browser, true)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/report\/sent$/)
})

test('without JavaScript the button works when the time has passed, and before it nothing is lost', async ({
  browser,
}) => {
  const page = await checkPage(browser, false)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/report\/check\/wait$/)
  await expect(page.locator('main')).toContainText('999')
  await expect(page.locator('main')).toContainText('works')
  await sendFrom('203.0.113.2')
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/report\/check\/wait\?ticket=/)
  const early = page.getByRole('status').filter({ hasText: 'early' })
  await expect(early).toHaveText(/^That was a little early: \d+ seconds? more\.$/u)
  await expect(page).toHaveTitle('Waiting – Alongside')
  // A ticket like the one on the page, given out a while ago.
  const token = (await page.locator('input[name="token"]').first().getAttribute('value')) ?? ''
  await page.goto(`/report/check/wait?ticket=${ticketOf(token, Date.now() - 20_000)}`)
  await expect(page.locator('main')).toContainText('You can send it now')
  await sendFrom('203.0.113.3')
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/report\/sent$/)
})

test('somebody who waits is told so in Welsh as well', async ({ browser }) => {
  const page = await checkPage(browser, false)
  await page.goto('/cy/report/check/wait')
  await expect(page.locator('main')).toContainText('Mae eich atebion yn ddiogel')
  await expect(page.locator('main')).toContainText('999')
})

function ticketOf(token: string, given: number): string {
  const since = given.toString(36)
  const key = createHmac('sha256', read('secrets.json').RETURN_CODE_PEPPER ?? '')
    .update('wait-ticket/v1')
    .digest()
  const signed = createHmac('sha256', key).update(`${token}.${since}`).digest().subarray(0, 16)
  return `${since}.${signed.toString('base64url')}`
}

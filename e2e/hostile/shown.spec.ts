import { expect, test } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Visitor } from '../../bench/visitor'
import { accountOf, letIn } from '../factories/staff-accounts'
import { people } from '../fixtures/people'
import { count, isFull } from './figures'
import { everyNth, hostileValues, writtenValues } from './sets/hostile-values'
import { pack } from './shown/pack'
import type { Parcel } from './shown/pack'
import { skeletonOf, strangersOn, watch } from './shown/watch'
import type { Watched } from './shown/watch'
import { scenarioOf, sendCase, versionOf } from './wire/cases'
import type { SentCase } from './wire/cases'
import { tokenOf } from './wire/html'
import { walkTo } from './wire/steps'
import { staffVisitor } from './wire/visitors'
import { newVisitor } from '../../bench/visitor'

const values = isFull ? hostileValues(10_500) : everyNth(writtenValues, 6)
const parcels = pack(values)
/** Parcels to a test: few enough that the tests share the workers evenly. */
const perTest = isFull ? 10 : 2
const longest = { message: 3_900, note: 4_900 }

/** Browsers that look at the same pages: with the policy, and without it, so that escaping alone is tested too. */
interface Eyes {
  /** A page of nobody's, under no policy, to take sources apart in. */
  readonly blank: Page
  readonly people: readonly Watched[]
  readonly staff: readonly Watched[]
}

async function openEyes(browser: Browser, origin: string): Promise<Eyes> {
  const supervisor = await accountOf(people.supervisor)
  const open = async (bypassCSP: boolean, isStaff: boolean) => {
    const viewport = { width: 1440, height: 900 }
    const context = await browser.newContext({ baseURL: origin, bypassCSP, viewport })
    if (isStaff) await letIn(context, supervisor, origin)
    return watch(context, origin)
  }
  const apart = await browser.newContext()
  return {
    blank: await apart.newPage(),
    people: [await open(false, false), await open(true, false)],
    staff: [await open(false, true), await open(true, true)],
  }
}

async function useCookies(context: BrowserContext, origin: string, visitor: Visitor): Promise<void> {
  const pairs = visitor
    .cookie()
    .split('; ')
    .map((pair) => pair.split('='))
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: origin })))
}

/** Looks at one address with every eye, and gives what it is made of. */
async function look(blank: Page, eyes: readonly Watched[], path: string, faults: string[]): Promise<string> {
  let skeleton = ''
  for (const { page, context } of eyes) {
    await page.goto(path)
    const { pathname } = new URL(page.url())
    if (pathname !== new URL(path, 'http://x').pathname) faults.push(`${path} became ${pathname}`)
    for (const stranger of await strangersOn(page)) faults.push(`${path}: ${stranger}`)
    if (skeleton === '') skeleton = await skeletonOf(blank, await (await context.request.get(path)).text())
  }
  return skeleton
}

interface Looked {
  readonly skeletons: Readonly<Record<string, string>>
}

/** Sends a parcel and looks at every page that shows what is in it, to its owner and to staff. */
async function playParcel(
  origin: string,
  eyes: Eyes,
  { journey, fields, values: shown }: Parcel,
  faults: string[],
): Promise<Looked> {
  const scenario = scenarioOf(journey, 'plan')
  const ways = { safeWays: ['call', 'text', 'email', 'post', 'trusted', 'code'], returnCode: 'yes' }
  const given = { ...scenario, fields: { ...scenario.fields, ...ways, ...fields } }
  const draft = newVisitor(origin)
  expect(await walkTo(draft, given, () => false)).toBe('check')
  for (const { context } of eyes.people) await useCookies(context, origin, draft)
  const check = await look(eyes.blank, eyes.people, `/${journey}/check`, faults)
  const step = journey === 'report' ? 'what' : 'words'
  await look(eyes.blank, eyes.people, `/${journey}/${step}`, faults)
  await look(eyes.blank, eyes.people, `/${journey}/details`, faults)

  const sent = await sendCase(origin, given)
  // In the form it is kept in, which may be longer than the one it was typed in.
  const words = shown.join('\n').normalize('NFC')
  const status = await converse(origin, eyes, sent, words, faults)
  const staff = await staffVisitor(origin, 'supervisor')
  await act(staff, sent.reference, 'message', words.slice(0, longest.message))
  await act(staff, sent.reference, 'note', words.slice(0, longest.note))
  for (const { context } of eyes.staff)
    await context.request.post(`/staff/cases/${sent.reference}/reason`, { form: { reason: 'supervision' } })
  const opened = await look(eyes.blank, eyes.staff, `/staff/cases/${sent.reference}`, faults)
  return { skeletons: { check, status, opened } }
}

/** Writes a message with the return code and looks at the conversation. */
async function converse(
  origin: string,
  eyes: Eyes,
  sent: SentCase,
  words: string,
  faults: string[],
): Promise<string> {
  await sent.visitor.post('/follow-up/open', new URLSearchParams({ code: sent.code }))
  const { body } = await sent.visitor.get('/follow-up/status')
  // Help is shown for words that may mean danger: here for every text, so that only what is hostile differs.
  const message = `Help me. ${words}`.slice(0, longest.message)
  const form = new URLSearchParams({ message, danger: 'no', token: tokenOf(body) ?? '' })
  expect((await sent.visitor.post('/follow-up/message', form)).location).toContain('sent=yes')
  for (const { context } of eyes.people) await useCookies(context, origin, sent.visitor)
  return look(eyes.blank, eyes.people, '/follow-up/status', faults)
}

async function act(staff: Visitor, reference: string, name: string, text: string): Promise<void> {
  const form = new URLSearchParams({ version: await versionOf(staff, reference), text })
  expect((await staff.post(`/staff/cases/${reference}/${name}`, form)).location).toContain(`done=${name}`)
}

/** The same parcel with a harmless word in the place of every text. */
function harmless(parcel: Parcel): Parcel {
  const fields = Object.fromEntries(Object.keys(parcel.fields).map((name) => [name, 'x']))
  return { ...parcel, fields, values: ['x'] }
}

/** The first line in which two skeletons differ. */
function difference(one: string, other: string): string {
  const [ours, theirs] = [one.split('\n'), other.split('\n')]
  const at = ours.findIndex((line, index) => line !== theirs[index])
  return `${String(ours.length)} and ${String(theirs.length)} elements; first difference: ${ours[at] ?? ''} | ${theirs[at] ?? ''}`
}

for (let first = 0; first < parcels.length; first += perTest) {
  const group = parcels.slice(first, first + perTest)
  const amount = group.flatMap((parcel) => parcel.values).length
  test(`${String(amount)} hostile values from number ${String(first)} on do nothing on the pages that show them`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(isFull ? 900_000 : 180_000)
    const origin = baseURL ?? ''
    const eyes = await openEyes(browser, origin)
    const faults: string[] = []
    let injected = 0
    const plain = new Map<string, Looked>()
    for (const parcel of group) {
      const before = plain.get(parcel.journey) ?? (await playParcel(origin, eyes, harmless(parcel), faults))
      plain.set(parcel.journey, before)
      const { skeletons } = await playParcel(origin, eyes, parcel, faults)
      for (const [name, skeleton] of Object.entries(skeletons)) {
        const expected = before.skeletons[name] ?? ''
        if (skeleton === expected) continue
        injected += 1
        faults.push(`${parcel.journey} ${name}: ${difference(expected, skeleton)}`)
      }
    }
    const all = [...eyes.people, ...eyes.staff]
    const happened = all.flatMap((eye) => eye.happened)
    for (const { context } of all) await context.close()
    await eyes.blank.context().close()
    count('values shown in a browser', amount)
    count('scripts run', happened.length)
    count('attributes and elements injected', injected)
    expect([...happened, ...faults].slice(0, 20)).toEqual([])
  })
}

test('what looks for scripts sees one that runs, one the policy stops, a handler and a request to elsewhere', async ({
  browser,
  baseURL,
}) => {
  const body = '<p id="x" onclick="1">x</p><img src=x onerror=__pwned(1)><img src=//evil.example/x>'
  const policy = { 'content-security-policy': `default-src 'self'; script-src 'nonce-a'` }
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({ bypassCSP })
    const { page, happened } = await watch(context, baseURL ?? '')
    await context.route('**/planted', (route) =>
      route.fulfill({ contentType: 'text/html', body, headers: policy }),
    )
    await page.goto(`${baseURL ?? ''}/planted`)
    await expect.poll(() => happened.join()).toMatch(bypassCSP ? /a script ran/u : /had to stop script-src/u)
    if (bypassCSP) expect(happened.join()).toContain('a request to http://evil.example')
    expect(await strangersOn(page)).toHaveLength(3)
    const blank = await context.newPage()
    expect(await skeletonOf(blank, body)).not.toBe(await skeletonOf(blank, '<p id="x">x</p>'))
    await context.close()
  }
})

/** Pages that show a value of their own address, a refused form or a name, each a few values in turn. */
const others: readonly (readonly [name: string, visit: (page: Page, value: string) => Promise<unknown>])[] = [
  [
    'the queue narrowed to it',
    (page, value) =>
      page.goto(
        `/staff?${new URLSearchParams({ find: value.slice(0, 300), case: value.slice(0, 300) }).toString()}`,
      ),
  ],
  [
    'the audit of it',
    (page, value) =>
      page.goto(`/staff/audit?${new URLSearchParams({ find: value.slice(0, 300) }).toString()}`),
  ],
  [
    'the way elsewhere',
    (page, value) =>
      page.goto(`/elsewhere?${new URLSearchParams({ force: value.slice(0, 300) }).toString()}`),
  ],
  [
    'the sign-in page',
    (page, value) =>
      page.goto(
        `/staff/sign-in?${new URLSearchParams({ problem: value.slice(0, 300), done: value.slice(0, 300), back: value.slice(0, 300) }).toString()}`,
      ),
  ],
  [
    'a step where it was refused',
    async (page, value) => {
      await page.goto('/report/role')
      const origin = new URL(page.url()).origin
      await page.request.post('/report/role/answer', { form: { role: value }, headers: { origin } })
      await page.goto('/report/role')
    },
  ],
  [
    'a step that took no more of it',
    async (page, value) => {
      await page.goto('/liaison/reason')
      const origin = new URL(page.url()).origin
      await page.request.post('/liaison/reason/answer', { form: { reason: 'advice' }, headers: { origin } })
      await page.request.post('/liaison/words/answer', {
        form: { account: value.repeat(1 + Math.ceil(10_001 / value.length)) },
        headers: { origin },
      })
      await page.goto('/liaison/words')
    },
  ],
]

for (const [name, visit] of others) {
  test(`hostile values do nothing on ${name}`, async ({ browser, baseURL }) => {
    test.setTimeout(600_000)
    const origin = baseURL ?? ''
    const person = name === 'the audit of it' ? 'auditor' : 'supervisor'
    const shown = everyNth(
      writtenValues.filter((value) => value.isWellFormed()),
      isFull ? 12 : 400,
    )
    const faults: string[] = []
    for (const bypassCSP of [false, true]) {
      const context = await browser.newContext({ baseURL: origin, bypassCSP })
      await letIn(context, await accountOf(people[person]), origin)
      const { page, happened } = await watch(context, origin)
      for (const value of shown) {
        await visit(page, value)
        for (const stranger of await strangersOn(page)) faults.push(`${name}: ${stranger}`)
      }
      count('values shown in a browser', shown.length)
      count('scripts run', happened.length)
      faults.push(...happened)
      await context.close()
    }
    expect(faults.slice(0, 20)).toEqual([])
  })
}

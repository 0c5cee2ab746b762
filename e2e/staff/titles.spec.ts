import { expect, test } from '@playwright/test'
import type { APIRequestContext, BrowserContext } from '@playwright/test'
import { routes, sampleAddress } from '@/lib/edge/routes'
import type { Route } from '@/lib/edge/route'
import { asOwner, letIn, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { sendReport } from '../fixtures/send-journey'

/** Pages that need something done first, and are looked at below or where that is done; and what is no page. */
const elsewhere = new Set([
  '/staff/record/[journey]/[step]',
  '/staff/record/[journey]/check',
  '/staff/record/[journey]/sent',
  '/staff/audit/glass/[id]',
  '/staff/cases/[reference]/plan',
  '/staff/cases/[reference]/story',
  '/staff/cases/[reference]/tasks',
  '/staff/cases/[reference]/call-back',
  '/staff/cases/[reference]/story/paper',
  '/staff/invitation/[token]',
  '/staff/duty/calendar.ics',
  '/staff/figures/file.csv',
  '/staff/figures/file.ods',
  '/staff/figures/return/file.csv',
  '/staff/figures/return/file.ods',
  '/staff/officers/[id]/duty/calendar.ics',
  '/staff/session',
  '/staff/sign-in/force',
  '/staff/sign-out/force',
  '/staff/live',
  '/staff/evidence/[token]',
  '/staff/[...rest]',
])

const pages = routes.filter(
  ({ path, methods }) => path.startsWith('/staff') && methods.includes('GET') && !elsewhere.has(path),
)

async function titleOf(request: APIRequestContext, address: string): Promise<string> {
  const html = await (await request.get(address)).text()
  // Parts of a picture have titles of their own.
  const words = html.replaceAll(/<svg[\s\S]*?<\/svg>/gu, '')
  const titles = [...words.matchAll(/<title>([^<]*)<\/title>/gu)].map(([, title]) => title ?? '')
  expect(titles, address).toHaveLength(1)
  return titles[0] ?? ''
}

function personFor(
  { entrance }: Route,
  people: Readonly<Record<string, StaffAccount>>,
): StaffAccount | undefined {
  if (entrance === 'anybody') return undefined
  return people[entrance] ?? people.queue
}

test('no two kinds of page of the desk have the same title, and none names a person or a case', async ({
  page: reporter,
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  const people = {
    queue: await newStaff('supervisor'),
    record: await newStaff('call-handler'),
    glass: await newStaff('triager'),
    accounts: await newStaff('administrator'),
    audit: await newStaff('auditor'),
    duty: await newStaff('liaison-officer'),
    sent: await newStaff('centre-worker'),
  }
  const reference = await sendReport(reporter)
  const officer = await asOwner(async (database) => {
    const { rows } = await database.query<{ id: string }>(
      `SELECT o.id FROM officer o JOIN account a ON a.id = o.account_id WHERE a.email = 'officer@example.test'`,
    )
    return rows[0]?.id ?? ''
  })
  const titles: string[] = []
  const browsers = new Map<StaffAccount | undefined, BrowserContext>()
  for (const route of pages) {
    const person = personFor(route, people)
    const context = browsers.get(person) ?? (await browser.newContext({ baseURL: origin }))
    if (person !== undefined && !browsers.has(person)) await letIn(context, person, origin)
    browsers.set(person, context)
    const id = route.path.startsWith('/staff/officers/') ? officer : people.record.id
    const address = sampleAddress(route, { '[reference]': reference, '[id]': id })
    const title = await titleOf(context.request, address)
    expect(title, address).toMatch(/^[^–]+ – Desk$/u)
    for (const said of [reference, people.record.name, people.queue.name])
      expect(title, address).not.toContain(said)
    titles.push(title)
  }
  for (const context of browsers.values()) await context.close()
  expect(titles.length).toBeGreaterThan(15)
  expect([...new Set(titles)]).toEqual(titles)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what is not there, what was refused and each page of a recording say so in their title', async ({
    page,
    context,
    baseURL,
  }) => {
    await letIn(context, await newStaff('call-handler'), baseURL ?? '')
    for (const address of ['/staff/nothing', '/staff/admin', '/staff/cases/HC-0000-0000'])
      expect(await titleOf(page.request, address), address).toBe('Not found – Desk')
    expect(await titleOf(page.request, '/staff/sign-out')).toBe(
      'This page cannot be opened by address – Desk',
    )
    expect(await titleOf(page.request, '/staff/record?problem=invalid')).toBe(
      'Check this page – Record a call or visit – Desk',
    )
    await page.goto('/staff/record')
    await page.getByLabel('They called 101').check()
    await page.getByLabel('To report something').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await expect(page).toHaveTitle(/^Record – .+ – Desk$/u)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveTitle(/^Check this page – Record – .+ – Desk$/u)
  })
})

import { expect, test } from '@playwright/test'
import type { Visitor } from '../../bench/visitor'
import type { Role } from '@/lib/domain/words'
import { protectedRoutes, routes, sampleAddress } from '@/lib/edge/routes'
import type { Route } from '@/lib/edge/route'
import { letIn, newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { count, isFull } from './figures'
import { genuineNames } from './sets/genuine-names'
import { everyNth, writtenValues } from './sets/hostile-values'
import { strangersOn, watch } from './shown/watch'
import { textOf } from './wire/html'
import { Judge } from './wire/judge'
import { visitorOf } from './wire/visitors'

const values = everyNth(writtenValues, isFull ? 4 : 220)
const at = (turn: number) => values[turn % values.length] ?? ''
const limit = isFull ? 3_600_000 : 180_000

/** Every field that a form about accounts, sessions or ways to sign in has. */
const fields = [
  'version',
  'name',
  'email',
  'role',
  'districts',
  'reason',
  'session',
  'passkey',
  'code',
  'password',
  'again',
  'current',
  'back',
  'way',
  'done',
  'problem',
] as const

/** Somebody of this role, with an account and a session of their own. */
async function somebody(origin: string, role: Role): Promise<{ visitor: Visitor; account: StaffAccount }> {
  const account = await newStaff(role)
  return { account, visitor: await visitorOf(origin, account) }
}

const isForm = ({ path, methods }: Route) =>
  methods.includes('POST') && !path.includes('/cases/') && !path.includes('/record')
const forms = [
  ...protectedRoutes.filter(isForm),
  ...routes.filter(
    (route) => /^\/staff\/(?:invitation|sign-in\/passkey)\b/u.test(route.path) && isForm(route),
  ),
]

for (const route of forms) {
  test(`hostile values in every field of ${route.path} make no server error`, async ({ baseURL }) => {
    test.setTimeout(limit)
    const origin = baseURL ?? ''
    const judge = new Judge()
    const role = route.entrance === 'accounts' ? 'administrator' : 'triager'
    let { visitor } = await somebody(origin, role)
    // Somebody else goes on before their proof is out of date, and before wrong passwords have to wait.
    const goesOn = route.path.endsWith('/password/change') ? 3 : 300
    const { account } = await somebody(origin, 'liaison-officer')
    for (let turn = 0; turn < values.length; turn += 1) {
      if (turn % goesOn === goesOn - 1) visitor = (await somebody(origin, role)).visitor
      const odd = encodeURIComponent(at(turn).toWellFormed().slice(0, 300))
      const path = sampleAddress(route, { '[id]': turn % 2 === 0 ? account.id : odd === '' ? 'x' : odd })
      const form = new URLSearchParams(fields.map((name, index) => [name, at(turn + index)]))
      if (turn % 3 === 0) form.set('version', '1')
      const reply = await visitor.post(path, form)
      judge.look(`${route.path} ${String(turn)}`, fields.length, reply)
      if (reply.location.includes('evil.example')) judge.faults.push(`${route.path} led to ${reply.location}`)
      if (turn % 10 === 0 && reply.location.startsWith('/'))
        judge.look('page after it', 0, await visitor.get(reply.location))
    }
    judge.close()
  })
}

test('genuine names of accounts are taken and shown unchanged', async ({ baseURL }) => {
  test.setTimeout(limit)
  const origin = baseURL ?? ''
  const names = everyNth(genuineNames, isFull ? 1 : 10)
  const changed: string[] = []
  const { visitor } = await somebody(origin, 'administrator')
  for (const [index, name] of names.entries()) {
    const email = `name-${String(index)}-${String(Date.now())}@example.test`
    const reply = await visitor.post(
      '/staff/admin/invitations/create',
      new URLSearchParams({ name, email, role: 'auditor' }),
    )
    const shown =
      textOf((await visitor.get(reply.location)).body) +
      textOf((await visitor.get('/staff/admin/invitations')).body)
    if (!shown.includes(name)) changed.push(`${name}: ${reply.location}`)
  }
  count('names accepted and shown unchanged', names.length - changed.length)
  expect(changed).toEqual([])
})

test('hostile names and addresses do nothing where accounts and invitations are listed', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(limit)
  const origin = baseURL ?? ''
  const { account, visitor } = await somebody(origin, 'administrator')
  const pages = ['/staff/admin', '/staff/admin/invitations', '/staff/officers']
  const short = values.filter((value) => value.length < 90)
  for (const [turn, name] of short.entries()) {
    const email = `${String(turn)}-${String(Date.now())}@example.test`
    await visitor.post(
      '/staff/admin/invitations/create',
      new URLSearchParams({ name, email, role: 'auditor' }),
    )
  }
  const faults: string[] = []
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({ baseURL: origin, bypassCSP })
    await letIn(context, account, origin)
    const { page, happened } = await watch(context, origin)
    for (const path of pages) {
      await page.goto(path)
      for (const stranger of await strangersOn(page)) faults.push(`${path}: ${stranger}`)
    }
    count('scripts run', happened.length)
    faults.push(...happened)
    await context.close()
  }
  count('values shown in a browser', short.length)
  expect(faults.slice(0, 20)).toEqual([])
})

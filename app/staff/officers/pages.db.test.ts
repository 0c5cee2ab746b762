import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import OfficerPage from './[id]/page'
import { POST as setSettings } from './[id]/settings/route'
import { POST as handOver } from './[id]/handing-over/route'
import { POST as oneMore } from './[id]/one-more/route'
import { POST as ownWord } from './[id]/own-word/route'
import { POST as addTraining } from './[id]/training/add/route'
import { POST as withdrawTraining } from './[id]/training/withdraw/route'
import GapsPage from './gaps/page'
import OfficersPage from './page'
import PreviewPage from './preview/page'
import InsightPage from '../insights/page'
import QueuePage from '../page'
import TrainingPage from './training/page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const account = (name: string) => seedId('account', `${name}@example.test`)
const officerId = (name: string) => seedId('officer', `${name}@example.test`)
const rowan = officerId('officer')

beforeAll(async () => {
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})
// The next test that seeds officers makes these two anew.
afterAll(async () => {
  const changed = [officerId('george.tan'), officerId('isaac.mbeki')]
  await ownerDb().officer.deleteMany({ where: { id: { in: changed } } })
})
beforeEach(() => {
  requestStore.cookies.clear()
})

async function enter(name: string): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(account(name), 'password'))
}

async function drawn(page: ReactNode): Promise<string> {
  const html = await text(await renderToReadableStream(page))
  return html.replaceAll('<!-- -->', '')
}
const list = async (query: Record<string, string> = {}) =>
  drawn(await OfficersPage({ searchParams: Promise.resolve(query) }))
const one = async (id: string, query: Record<string, string> = {}) =>
  drawn(await OfficerPage({ params: Promise.resolve({ id }), searchParams: Promise.resolve(query) }))

type Handler = typeof setSettings

/** Sends a form about an officer, and gives where it led. */
async function send(
  handler: Handler,
  id: string,
  fields: readonly (readonly [string, string])[],
): Promise<string> {
  const { version } = await ownerDb().officer.findUniqueOrThrow({ where: { id } })
  const request = new Request('http://localhost:3000/staff/officers', {
    method: 'POST',
    headers: {
      ...{ origin: 'http://localhost:3000', host: 'localhost:3000' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams([['version', String(version)], ...fields.map((pair) => [...pair])]),
  })
  const answer = await handler(request, { params: Promise.resolve({ id }) })
  expect(answer.status).toBe(303)
  return (answer.headers.get('location') ?? '').replace(/^.*\?/u, '')
}

describe('the list of officers', () => {
  it('says of each what routing knows, and marks what is to be seen to', async () => {
    await enter('triager')
    const html = await list()
    expect(html).toContain('<title>Officers and rota – Desk</title>')
    expect(html).toContain(`href="/staff/officers/${rowan}"`)
    const rowOf = (name: string) => html.split('<tr').find((row) => row.includes(name)) ?? ''
    expect(rowOf('Una Kearney')).toMatch(/Needs setting up.*none recorded/su)
    expect(rowOf('Hannah Lyle')).toContain('lapsed ')
    expect(rowOf('Nadia Rahman')).toContain('Not taking cases')
    expect(rowOf('Farah Siddiqui')).toMatch(/Can take one more.*and one more/su)
    expect(html).not.toContain('See whose')
    expect(html).not.toContain('/staff/officers/gaps')
  })

  it('is narrowed by district, language and duty', async () => {
    await enter('officer')
    const polish = await list({ language: 'pl' })
    expect(polish).toContain('Ewa Nowak')
    expect(polish).not.toContain('Amara Okafor')
    expect(await list({ language: 'pl', district: 'stevenage', duty: 'none' })).toContain(
      'No officer is like that.',
    )
  })

  it('tells a supervisor what will hurt, and leads there', async () => {
    await enter('supervisor')
    const html = await list()
    expect(html).toMatch(/The training of \d+ officers is missing, over, or ends within 90 days\./u)
    for (const path of ['gaps', 'training']) expect(html).toContain(`href="/staff/officers/${path}"`)
  })
})

describe('an officer’s page', () => {
  it('is their own: their word, their training, and nothing a supervisor sets', async () => {
    await enter('officer')
    const html = await one(rowan)
    expect(html).toContain('<title>Your work as a liaison officer – Desk</title>')
    for (const act of ['own-word', 'one-more', 'handing-over'])
      expect(html).toContain(`action="/staff/officers/${rowan}/${act}"`)
    expect(html).toContain('The liaison role')
    for (const act of ['settings', 'training/add', 'training/withdraw'])
      expect(html).not.toContain(`/${act}"`)
  })

  it('of somebody else says what routing knows, and has no form', async () => {
    await enter('officer')
    const html = await one(officerId('ewa.nowak'))
    expect(html).toContain('<title>An officer – Desk</title>')
    expect(html).toContain('Polish')
    expect(html).not.toContain('<form method="post" action="/staff/officers')
    expect(html).not.toContain('The liaison role')
  })

  it('is a supervisor’s to set, with every form', async () => {
    await enter('supervisor')
    const html = await one(officerId('hannah.lyle'))
    expect(html).toContain('Nothing is offered until it is refreshed and recorded.')
    for (const act of [
      'own-word',
      'one-more',
      'handing-over',
      'settings',
      'training/add',
      'training/withdraw',
    ])
      expect(html).toContain(`/${act}"`)
  })

  it.each(['nobody', '11111111-1111-4111-8111-111111111111'])('is not there at %s', async (id) => {
    await enter('supervisor')
    await expect(one(id)).rejects.toMatchObject({
      digest: expect.stringContaining('/staff/missing') as string,
    })
  })

  it('says that a district is no more, and what a closed account means', async () => {
    const id = officerId('george.tan')
    await ownerDb().officer.update({ where: { id }, data: { districts: ['merged-away'] } })
    await ownerDb().account.update({ where: { id: account('george.tan') }, data: { active: false } })
    await enter('supervisor')
    const html = await one(id)
    expect(html).toContain('They cover no district there is now: a district the force does not have.')
    expect(html).toContain('This account is closed.')
    expect(html).not.toContain('/one-more"')
    await ownerDb().account.update({ where: { id: account('george.tan') }, data: { active: true } })
    expect(await one(id)).toMatch(/Needs setting up before cases can be offered\. Choose a district\./u)
  })

  it('warns of a district that is no more only where they cover none there is', async () => {
    const id = officerId('george.tan')
    const warning = /tone-warn[^>]*>They cover no district there is now/u
    const settings = async () => {
      const html = await one(id)
      return html.slice(html.indexOf('settings-title'), html.indexOf('/settings"'))
    }
    await enter('supervisor')
    await ownerDb().officer.update({ where: { id }, data: { districts: ['merged-away'] } })
    expect(await settings()).toMatch(warning)
    await ownerDb().officer.update({ where: { id }, data: { districts: ['merged-away', 'stevenage'] } })
    expect(await settings()).not.toContain('tone-warn')
    expect(await settings()).toContain('They also cover what was a district before')
  })
})

describe('in the queue', () => {
  const queue = async () => drawn(await QueuePage({ searchParams: Promise.resolve({}) }))

  it.each([
    ['una.kearney', 'No training is recorded for you yet'],
    ['hannah.lyle', 'Your training ended on '],
    ['kiran.patel', 'A refresher is due.'],
  ])('%s is told of their training', async (name, words) => {
    await enter(name)
    const html = await queue()
    expect(html).toContain(words)
    expect(html).toContain(`href="/staff/officers/${officerId(name)}"`)
  })

  it.each(['officer', 'supervisor', 'nadia.rahman'])('%s is told nothing of it', async (name) => {
    await enter(name)
    expect(await queue()).not.toMatch(/No training is recorded for you|Your training/u)
  })
})

describe('the forms about an officer', () => {
  const id = officerId('isaac.mbeki')

  it('that are not right say what is wrong by their fields, and keep what was typed', async () => {
    await enter('supervisor')
    const led = await send(setSettings, id, [
      ['openLimit', 'lots'],
      ['serving', 'yes'],
    ])
    expect(led).toBe('problem=invalid&form=officer-settings')
    const html = await one(id, { problem: 'invalid', form: 'officer-settings' })
    expect(html).toContain('<a href="#officer-districts"')
    expect(html).toContain('<a href="#officer-openLimit"')
    expect(html).toContain('value="lots"')
    expect(html).toContain('Write the limit as a whole number, such as 4')

    await send(addTraining, id, [
      ['topic', 'hate-crime'],
      ['completedOn', '2999-01-01'],
      ['heldWith', 'bedfordshire'],
    ])
    const course = await one(id, { problem: 'invalid', form: 'officer-training' })
    expect(course).toContain('The day cannot be in the future')
    expect(course).toContain('value="2999-01-01"')
    expect(course).toMatch(
      /<input[^>]*name="heldWith"[^>]*checked=""[^>]*value="bedfordshire"|<input[^>]*value="bedfordshire"[^>]*checked=""/u,
    )
  })

  it('lead back with what was done', async () => {
    await enter('supervisor')
    const led = await send(setSettings, id, [
      ['openLimit', '0'],
      ['districts', 'stevenage'],
      ['serving', 'yes'],
    ])
    expect(led).toBe('done=settings')
    const html = await one(id, { done: 'settings' })
    expect(html).toMatch(/role="status"[^>]*>Saved\./u)
    expect(html).toContain('Their limit is none, so nothing is offered.')
    expect(html).not.toContain('/one-more"')
    expect(await send(ownWord, id, [['languages', 'fr']])).toBe('done=own-word')
    expect(await send(handOver, id, [['said', 'yes']])).toBe('done=handing-over')
    expect(await one(id)).toContain('They can take cases again')
    expect(await send(handOver, id, [['said', 'no']])).toBe('done=taking-again')
    expect(
      await send(addTraining, id, [
        ['topic', 'gender-identity'],
        ['completedOn', '2026-05-05'],
      ]),
    ).toBe('done=training-added')
    const record = await ownerDb().trainingRecord.findFirstOrThrow({
      where: { officerId: id, completedOn: new Date('2026-05-05') },
    })
    expect(await send(withdrawTraining, id, [['record', record.id]])).toBe('done=training-withdrawn')
    expect(await one(id)).toContain('Withdrawn: counts for nothing')
  })

  it('are refused to whom they are not', async () => {
    await enter('triager')
    expect(await send(oneMore, rowan, [['said', 'yes']])).toBe('problem=forbidden&form=officer-one-more')
    await enter('auditor')
    expect(await send(oneMore, rowan, [['said', 'yes']])).toBe('problem=not-found')
  })
})

describe('what a supervisor looks over', () => {
  it('is the hours in which nobody is there, district by district', async () => {
    await enter('supervisor')
    const html = await drawn(await GapsPage())
    expect(html).toContain('<title>Hours with nobody – Desk</title>')
    expect(html).toMatch(/weeks? with nobody|There is no week in which a district has nobody\./u)
    for (const { name } of currentForce().districts) expect(html).toContain(`<b>${name}</b>`)
    expect(html).toMatch(/\d+ h of \d+ h|nobody<\/span>/u)
  })

  it('begins with the same hours of the days ahead as insight, which leads there', async () => {
    await enter('supervisor')
    const ahead = (html: string) => {
      const table = html.split('<table').find((each) => each.includes('Hours of the next 14 days')) ?? ''
      return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
        row
          .replace(/<[^>]+>/gu, ' ')
          .replace(/\s+/gu, ' ')
          .trim(),
      )
    }
    await asOf(new Date(), async () => {
      const [gaps, insight] = [
        await drawn(await GapsPage()),
        await drawn(await InsightPage({ searchParams: Promise.resolve({}) })),
      ]
      expect(ahead(gaps).length).toBeGreaterThan(1)
      expect(ahead(gaps)).toEqual(ahead(insight))
      expect(gaps.indexOf('The next 14 days together')).toBeLessThan(gaps.indexOf('By district and week'))
    })
  })

  it('is training that is over, missing or ends soon, topic by topic', async () => {
    await enter('supervisor')
    const html = await drawn(await TrainingPage())
    const part = html.split('<h2').find((each) => each.includes('The liaison role')) ?? ''
    const order = ['Una Kearney', 'Hannah Lyle', 'Kiran Patel'].map((name) => part.indexOf(name))
    expect(order.every((place, index) => place > (order[index - 1] ?? 0))).toBe(true)
    expect(part).not.toContain('Nadia Rahman')
    expect(part).toMatch(/Una Kearney.*never.*Hannah Lyle.*over.*Kiran Patel.*refresher due/su)
  })

  it.each(['officer', 'triager', 'admin'])('is not there for %s', async (name) => {
    await enter(name)
    for (const page of [GapsPage, TrainingPage])
      await expect(page()).rejects.toMatchObject({
        digest: expect.stringContaining('/staff/missing') as string,
      })
  })
})

describe('where a case would go', () => {
  const preview = async (query: Record<string, string | string[]>) =>
    drawn(await PreviewPage({ searchParams: Promise.resolve(query) }))
  const everywhere = currentForce().districts.map(({ id }) => id)

  it('says what the person would be told, in the same words, whoever is there', async () => {
    await enter('supervisor')
    expect(await preview({ risk: 'medium' })).toMatch(/told: “A liaison officer is .* contact you by/u)
    const nobody = await preview({ risk: 'medium', 'leave-out': everywhere })
    expect(nobody).toContain('Nobody would be asked.')
    expect(nobody).toContain('told: “We cannot say yet when a liaison officer is free.')
    const danger = await preview({ risk: 'high', 'leave-out': everywhere })
    expect(danger).toContain('told: “We do not wait for a liaison officer to be on duty.')
  })

  it('says so where it shows another time than was typed', async () => {
    await enter('supervisor')
    const html = await preview({ risk: 'medium', at: '2020-01-01T09:00' })
    expect(html).toContain('That time is over. What is shown is for now.')
    expect(html).toMatch(
      /aria-invalid="true"[^>]*value="2020-01-01T09:00"|value="2020-01-01T09:00"[^>]*aria-invalid="true"/u,
    )
  })

  it('asks on its last day whoever is back two weeks later', async () => {
    const [id, dayLong] = [officerId('george.tan'), 86_400_000]
    const in59Days = new Date(Date.now() + 59 * dayLong)
    await ownerDb().officer.update({
      where: { id },
      data: { districts: ['stevenage'], trainingUntil: new Date(Date.now() + 400 * dayLong) },
    })
    await ownerDb().dutyShift.deleteMany({ where: { officerId: id } })
    const [startsAt, endsAt] = [13, 13.25].map((days) => new Date(in59Days.getTime() + days * dayLong))
    if (startsAt !== undefined && endsAt !== undefined)
      await ownerDb().dutyShift.create({ data: { id: randomUUID(), officerId: id, startsAt, endsAt } })
    await enter('supervisor')
    const html = await preview({ risk: 'low', at: in59Days.toISOString().slice(0, 16) })
    const [asked = ''] = html.slice(html.indexOf('preview-result')).split('Left out')
    expect(asked).toContain('George Tan')
    const later = new Date(Date.now() + 61 * dayLong).toISOString().slice(0, 16)
    expect(await preview({ risk: 'low', at: later })).toContain('That is more than 60 days ahead.')
  })

  it('can be tried with what the answers about danger point to', async () => {
    await enter('supervisor')
    const [before, after] = [
      await preview({ risk: 'low' }),
      await preview({ risk: 'low', specialism: 'young-people' }),
    ]
    expect(after).toMatch(/name="specialism"[^>]*checked=""[^>]*value="young-people"/u)
    const result = (html: string) => html.slice(html.indexOf('preview-result'))
    expect(result(after)).not.toBe(result(before))
  })
})

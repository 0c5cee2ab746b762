import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  answer,
  asker,
  ensureKeys,
  equalityAnswers,
  fullest,
  play,
  reporter,
  respondent,
  wordy,
} from '../../e2e/factories/play'
import { ownerDb } from '@/lib/db/owner'
import { longestMessage } from '@/lib/domain/message'
import type { Actor } from '@/lib/domain/policy'
import { formatReturnCode } from '@/lib/domain/return-code'
import { readDraft } from '@/lib/drafts/read-draft'
import { enterFollowUp } from './enter-follow-up'
import { saveEquality } from './save-equality'
import { sendMessage } from './send-message'
import { submitJourney } from './submit-journey'
import { newMessageToken, writeMessage } from './write-message'

const marks: string[] = []

/** Words that are nowhere else: one marker for each field of each journey. */
function marking(journey: string): (field: string) => string {
  return (field) => {
    const mark = `zq${journey}x${field}x${String(marks.length)}qz`
    marks.push(mark)
    return mark
  }
}

/** How a text may lie in a dump: as it is, in hex, and in base64 at each of the three offsets. */
function forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8')
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return shifted.slice(offset === 0 ? 0 : 4, -4)
  })
  return [text, bytes.toString('hex'), ...base64]
}

/** Every row of every table as text; bytes are hex. */
async function dump(): Promise<string> {
  const tables = await ownerDb().$queryRaw<{ name: string }[]>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  const rows = await Promise.all(
    tables.map(({ name }) =>
      ownerDb().$queryRawUnsafe<{ line: string }[]>(`select t::text as line from ${name} t`),
    ),
  )
  return rows.flatMap((lines) => lines.map(({ line }) => line)).join('\n')
}

async function send(journeyId: string, cookie: string) {
  const token = (await readDraft('public', cookie))?.journeys[journeyId]?.token ?? ''
  const result = await submitJourney({
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId,
    token,
    cookie,
  })
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent
}

async function aSupervisor(): Promise<Actor> {
  const id = randomUUID()
  const account = { id, email: `${id}@example.test`, name: 'Somebody', role: 'supervisor' }
  await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
  return { id, name: 'Somebody', role: 'supervisor', districts: [] }
}

beforeAll(ensureKeys)

test('no word of a report, a request, equality answers or a draft can be found in the database', async () => {
  const cookie = await play(reporter, fullest('report', marking('report')))
  const sent = await send('report', cookie)
  await play(respondent, wordy('equality', equalityAnswers, marking('equality')), cookie)
  await saveEquality({ cookie })
  await send('liaison', await play(asker, fullest('liaison', marking('liaison'))))
  const unsent = await play(reporter, fullest('report', marking('draft')), undefined, 'harm')
  await answer(reporter, 'harm', wordy('report', { harm: ['forged'] }, marking('refused')), unsent)

  const followUp = await enterFollowUp(sent.returnCode ?? '', undefined)
  const message = marking('message')
  await writeMessage({ cookie: followUp ?? '', text: message('theirs'), token: newMessageToken() })
  await writeMessage({
    cookie: followUp ?? '',
    text: message('refused').repeat(longestMessage),
    token: newMessageToken(),
  })
  await sendMessage(await aSupervisor(), { reference: sent.reference, version: 2, text: message('ours') })
  const { privateKey } = (await readDraft('public', followUp ?? ''))?.followUp ?? { privateKey: 'missing' }

  const text = await dump()
  expect(text).toContain(sent.reference)
  expect(marks.length).toBeGreaterThan(40)
  const secrets = [
    ...marks,
    '07700 900461',
    'SG1 1AB',
    sent.returnCode ?? 'missing',
    formatReturnCode(sent.returnCode ?? 'missing'),
    cookie,
    unsent,
    followUp ?? 'missing',
    privateKey,
    Buffer.from(privateKey, 'base64').toString('hex'),
  ]
  const found = secrets.filter((secret) => forms(secret).some((form) => text.includes(form)))
  expect(found).toEqual([])
})

test('the search itself finds a planted word in every form', () => {
  const planted = 'zqplantedqz'
  for (const offset of [0, 1, 2]) {
    const bytes = Buffer.from('~'.repeat(offset) + planted + '~'.repeat(5))
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      expect(forms(planted).some((form) => bytes.toString(encoding).includes(form))).toBe(true)
    }
  }
})

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ExportReason } from '@/lib/domain/subject-access'
import { translator } from '@/lib/i18n/translate'
import type { OpenedForExport } from '@/lib/queries/open-for-export'
import { ReviewForm } from './review-form'

const clock = { t: translator('en'), now: new Date('2026-06-10T11:00:00Z'), timeZone: 'Europe/London' }
const opened: OpenedForExport = {
  found: {
    ...{ reference: 'HC-7K2Q-M4TD', kind: 'report', channel: 'online', status: 'closed' },
    ...{ receivedAt: clock.now, closedAt: clock.now, disposition: 'advice' },
  },
  ...{
    language: 'en',
    journeyId: 'report',
    answers: {},
    transcript: [],
    messages: [],
    agreements: [],
    supports: [],
    held: null,
    files: [],
    letters: [],
    events: [],
    looks: [],
  },
  ...{ identity: { given: true, rows: [] }, hasEquality: false },
}
const forces = [{ id: 'kent', name: 'Kent Police' }]

function drawn(reason: ExportReason, typed: Readonly<Record<string, string>> = {}, given = true): string {
  const one = { ...opened, identity: { given, rows: [] } }
  return renderToStaticMarkup(
    <ReviewForm action="/file" actorId="ada" opened={[one]} {...{ reason, forces, typed, clock }} />,
  )
}

test('the person themselves are asked for nobody, and may have what they told about who they are', () => {
  const html = drawn('subject-access')
  expect(html).not.toContain('name="recipient"')
  expect(html).toContain('name="identity"')
  expect(html).toContain('Give it where they asked for it.')
})

test('a court is named by whoever gives it, and may require what the person told about who they are', () => {
  const html = drawn('court', { recipient: 'St Albans' })
  expect(html).toMatch(/<input id="recipient"[^>]*required=""[^>]*value="St Albans"/u)
  expect(html).toContain('name="identity"')
  expect(html).toContain('Only where the court requires this too.')
})

test('another force is one of a list, and is never given what the person told about who they are', () => {
  const html = drawn('other-force', { recipient: 'kent', identity: 'yes' })
  expect(html).toMatch(/<select id="recipient"[^>]*required=""/u)
  expect(html).toContain('<option value="kent" selected="">Kent Police</option>')
  expect(html).not.toContain('name="identity"')
  expect(html).toContain('is given to no other force')
})

test.each(['subject-access', 'court', 'other-force'] as const)(
  'for %s nothing is said of it where nothing was told',
  (reason) => {
    expect(drawn(reason, {}, false)).not.toMatch(/who they are/u)
  },
)

test('what was written to the person is read before it is given: messages, letters and what was agreed, the oldest first', () => {
  const at = (minute: number) => new Date(clock.now.getTime() + minute * 60_000)
  const html = renderToStaticMarkup(
    <ReviewForm
      action="/file"
      actorId="ada"
      opened={[
        {
          ...opened,
          messages: [
            { id: 'm', at: at(2), author: 'reporter', who: null, readAt: null, adds: false, text: 'Third' },
          ],
          letters: [{ id: 'l', at: at(0), way: 'text', text: 'First' }],
          agreements: [
            {
              id: 'a',
              madeAt: at(1),
              askedAt: null,
              answer: null,
              answeredAt: null,
              who: 'Ada',
              text: 'Second',
            },
          ],
        },
      ]}
      {...{ reason: 'subject-access', forces, typed: {}, clock }}
    />,
  )
  expect([...html.matchAll(/First|Second|Third/gu)].map(([word]) => word)).toEqual([
    'First',
    'Second',
    'Third',
  ])
  expect(html).not.toContain('name="note"')
})

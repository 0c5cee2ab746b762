import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AnswerSections } from '@/components/journey/answer-sections'
import { LineQuestion } from '@/components/questions/line-question'
import { LongTextQuestion } from '@/components/questions/long-text-question'
import { AccountsTable } from '@/components/staff/accounts-table'
import { ReasonField } from '@/components/staff/act-fields'
import { AuditTable } from '@/components/staff/audit-table'
import { IdentityBar } from '@/app/staff/cases/[reference]/_view/identity-bar'
import { ContactPanel } from '@/components/staff/contact-panel'
import { Conversation } from '@/components/staff/conversation'
import { History } from '@/components/staff/history'
import { InvitationsTable } from '@/components/staff/invitations-table'
import { QueueFiltersForm } from '@/components/staff/queue-filters'
import { Transcript } from '@/components/staff/transcript'
import { ErrorSummary } from '@/components/ui/error-summary'
import { inOurDigits } from '@/lib/domain/telephone'
import { translator } from '@/lib/i18n/translate'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import type { ResolvedQuestion } from '@/lib/journey/definition'
import { count, isFull } from '../figures'
import { everyNth, hostileValues } from '../sets/hostile-values'

const values = everyNth(hostileValues(isFull ? 10_500 : 1_500), isFull ? 1 : 8).map((value) =>
  value.toWellFormed(),
)
const t = translator('en')
const at = new Date('2026-03-10T12:00:00Z')
const clock = { now: at, timeZone: 'Europe/London', t }
const sections = (value: string) => [
  { id: 'a', title: 'A', rows: [{ questionId: 'q', stepSlug: 's', label: 'L', value }] },
]
const item = { id: '1', at, who: 'Sam', type: 'noted', detail: {} }

/** What a question is drawn from, with a value typed in it. */
function control(question: ResolvedQuestion, value: string) {
  const view = { question, label: 'L', fields: [question.id], errors: {} }
  const words = {
    errorPrefix: '',
    optional: '',
    day: '',
    month: '',
    year: '',
    charactersLeft: '',
    charactersOver: '',
    saved: '',
    notSaved: '',
    saveFailed: '',
  }
  return {
    view,
    values: { [question.id]: value },
    error: undefined,
    heading: false,
    markOptional: false,
    lead: undefined,
    words,
    saving: undefined,
    language: 'en',
  }
}

/** Every part of a page that shows what somebody wrote. */
const sinks: Readonly<Record<string, (value: string) => ReactElement>> = {
  'check page': (value) => <AnswerSections sections={sections(value)} />,
  'one line to type in': (value) => (
    <LineQuestion {...control({ id: 'q', kind: 'text', maxLength: 10 }, value)} kind="text" />
  ),
  'a long text to type in': (value) => (
    <LongTextQuestion
      {...control({ id: 'q', kind: 'text', maxLength: 10, multiline: true }, value)}
      maxLength={10}
    />
  ),
  'error summary': (value) => (
    <ErrorSummary title={value} items={[{ target: 'q', message: value }]} attempt={1} />
  ),
  transcript: (value) => (
    <Transcript
      sections={sections(value)}
      locale="en"
      calls={{ until: null, now: new Date('2026-11-20T18:30:00Z') }}
      folded={null}
      t={t}
    />
  ),
  'who somebody is': (value) => (
    <IdentityBar
      {...{ reference: 'HC-7K2Q-M4TD', wish: null, reasons: [], chosen: value, locale: 'en', t }}
      shown={[{ questionId: 'identityWords', label: value, english: undefined, value }]}
    />
  ),
  'contact panel': (value) => (
    <ContactPanel
      plan={contactPlanOf({
        contactChoice: 'plan',
        safeWays: ['call', 'post', 'trusted'],
        contactWhen: 'only-at',
        ...Object.fromEntries(
          [
            'name',
            'pronouns',
            'phone',
            'postalAddress',
            'trustedPerson',
            'contactTimes',
            'coverStory',
            'mustNotKnowWho',
          ].map((id) => [id, value]),
        ),
      })}
      t={t}
    />
  ),
  conversation: (value) => (
    <Conversation
      messages={[{ id: '1', at, author: 'staff', who: value, readAt: null, adds: false, text: value }]}
      waiting={false}
      folded={null}
      clock={clock}
    />
  ),
  history: (value) => (
    <History items={[{ ...item, who: value, note: value }]} names={new Map()} clock={clock} />
  ),
  'a name in the history': (value) => (
    <History
      items={[{ ...item, type: 'transferred', detail: { from: 'one', to: 'two' }, note: null }]}
      names={new Map([['two', value]])}
      clock={clock}
    />
  ),
  'a form that was refused': (value) => <ReasonField id="r" name="reason" label="L" value={value} />,
  'audit log': (value) => (
    <AuditTable
      rows={[
        {
          key: '1',
          at,
          actorId: null,
          who: value,
          role: null,
          action: 'signed-in',
          reference: null,
          detail: { to: value, reason: value, recipient: 'kent' },
        },
      ]}
      names={new Map()}
      districts={new Map()}
      forces={new Map([['kent', value]])}
      clock={clock}
    />
  ),
  'whom the audit is about': (value) => (
    <AuditTable
      rows={[
        {
          key: '1',
          at,
          actorId: null,
          who: null,
          role: null,
          action: 'account-closed',
          reference: null,
          detail: { account: 'one', reason: value, why: value, districts: value },
        },
      ]}
      names={new Map([['one', value]])}
      districts={new Map()}
      forces={new Map([['kent', value]])}
      clock={clock}
    />
  ),
  'narrowing the queue': (value) => (
    <QueueFiltersForm
      filters={{ find: value, page: 1 }}
      districts={new Map()}
      strands={[]}
      dispositions={[]}
      typed={{ from: value, until: value }}
      problems={new Map([['from', value]])}
      maySearch={false}
      t={t}
    />
  ),
  accounts: (value) => (
    <AccountsTable
      accounts={[
        {
          id: '1',
          name: value,
          email: value,
          role: 'auditor',
          active: true,
          districts: [],
          ways: [],
          lastSeenAt: null,
        },
      ]}
      districts={new Map()}
      clock={clock}
    />
  ),
  invitations: (value) => (
    <InvitationsTable
      invitations={[
        {
          id: '1',
          email: value,
          name: value,
          role: 'auditor',
          invitedBy: value,
          expiresAt: at,
          state: 'open',
        },
      ]}
      clock={clock}
    />
  ),
}

const plain = 'PlainWordOfNoMeaning'
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const escaped = (text: string) => text.replace(/[&<>"']/gu, (character) => entities[character] ?? '')

/** The marks that stand for hidden characters, which PlainText puts in their place, and the words about them. */
const unmarked = (html: string) =>
  html
    .replace(/<code class="[^"]*">⟦U\+[\dA-F]+⟧<\/code>/gu, '')
    .replace(/<p class="notice[^"]*">[^<]*<\/p>/gu, '')
/** A text that begins with a line end is written with one more in a field of many lines, which browsers take away. */
const unfed = (html: string) => html.replace(/(<textarea[^>]*>)\n\n/gu, '$1\n')
const unhidden = (text: string) =>
  text.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')

/** Digits of another script stand in the contact panel in ours as well. */
const unrepeated = (html: string, value: string) => {
  const readable = inOurDigits(value)
  return readable === value ? html : html.replaceAll(` (${escaped(readable)})`, '')
}

test.each(Object.entries(sinks))(
  'the %s shows every hostile value as text and is otherwise the same',
  (_name, sink) => {
    const frame = unmarked(renderToStaticMarkup(sink(plain)))
    expect(frame).toContain(plain)
    const changed: string[] = []
    for (const value of values) {
      const html = unhidden(unfed(unrepeated(unmarked(renderToStaticMarkup(sink(value))), value)))
      if (html !== unhidden(frame.replaceAll(plain, () => escaped(value))))
        changed.push(JSON.stringify(value).slice(0, 120))
    }
    count('attributes and elements injected', changed.length)
    expect(changed.slice(0, 10)).toEqual([])
  },
)

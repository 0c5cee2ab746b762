import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { DomainErrorCode } from '@/lib/domain/errors'
import { standingActs } from '@/lib/domain/standing'
import { translator } from '@/lib/i18n/translate'
import { AdminNotice } from '../admin/_admin/admin-notice'
import { AuditNotice } from '../audit/_audit/audit-notice'
import { DoneNotice } from './done-notice'
import { GlassProblem } from './glass-problem'

const t = translator('en')
type Query = Readonly<Record<string, string>>
type Notice = (props: { query: Query; t: typeof t }) => ReactNode

const notices: readonly [string, Notice][] = [
  ['the desk', DoneNotice],
  ['the glass', GlassProblem],
  ['the audit', AuditNotice],
  ['accounts', AdminNotice],
]

/** A record, so that a code that is new is missed here by the compiler. */
const codes: Readonly<Record<DomainErrorCode, true>> = {
  'not-found': true,
  forbidden: true,
  conflict: true,
  'bad-transition': true,
  'last-reader': true,
  invalid: true,
  'none-chosen': true,
  'many-chosen': true,
  'reason-missing': true,
  unconfirmed: true,
  'plan-changed': true,
  'way-not-safe': true,
  'telling-words': true,
  'time-gone': true,
  'time-not-safe': true,
  'left-out': true,
  'offer-over': true,
  'step-up': true,
  'no-reason': true,
  'not-opened': true,
  'too-many': true,
  'on-hold': true,
  'glass-unreviewed': true,
  erased: true,
  'not-logged': true,
  'made-up': true,
  unreadable: true,
  'no-copy': true,
  'own-request': true,
  'asked-otherwise': true,
  'no-way': true,
  withdrawn: true,
  nameless: true,
  'number-unknown': true,
  'own-account': true,
  'last-administrator': true,
  exists: true,
  'for-supervisor': true,
  'needs-approval': true,
  'subject-unanswered': true,
  'crime-unanswered': true,
  'edition-past': true,
  'edition-waiting': true,
  'edition-same-day': true,
  'edition-overlap': true,
  'edition-exists': true,
  'same-case': true,
  'merge-circle': true,
  'merged-already': true,
  'other-merged': true,
  'other-closed': true,
  'case-sealed': true,
  'holder-may-not': true,
  'linked-already': true,
  'other-not-found': true,
  'merged-open': true,
  'request-over': true,
  'sender-exists': true,
  'two-keys': true,
  'referral-changed': true,
}

/** What can be wrong with a form before it is read. */
const ofForms = ['too-large', 'wrong-type', 'foreign', 'another-person']

describe.each(notices)('the pages of %s say why a form was not taken', (_pages, Notice) => {
  it.each([...Object.keys(codes), ...ofForms])('%s', (problem) => {
    const said = renderToStaticMarkup(<Notice query={{ problem }} t={t} />)
    expect(said).toMatch(/^<div role="alert".*<p>[A-Z][^<]{15,}\.<\/p><\/div>$/u)
  })

  it.each(['title', 'constructor', 'nothing', ''])(
    'and nothing of %j, which is no code of ours',
    (problem) => {
      expect(renderToStaticMarkup(<Notice query={{ problem }} t={t} />)).toBe('')
    },
  )
})

describe('what was done to who may see a case', () => {
  it.each(Object.keys(standingActs).filter((act) => act !== 'recused'))('%s has words of its own', (done) => {
    const said = renderToStaticMarkup(<DoneNotice query={{ done }} t={t} />)
    expect(said).toMatch(/^<p role="status".*\.<\/p>$/u)
    expect(said.includes('Only the people named')).toBe(done === 'case-sealed')
  })
})

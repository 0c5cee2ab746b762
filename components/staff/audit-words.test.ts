import { describe, expect, it } from 'vitest'
import type { ForceProblem } from '@/lib/auth/force-sign-in/problem'
import { accountReasons } from '@/lib/domain/account'
import { attempts, unnamedOf } from '@/lib/domain/audit'
import { auditActions } from '@/lib/domain/audit-actions'
import { glassOutcomes } from '@/lib/domain/broken-glass'
import { erasureReasons, holdReasons } from '@/lib/domain/erasure'
import { identityReasons } from '@/lib/domain/identity'
import { indexKinds } from '@/lib/domain/index-term'
import { flagOutcomes } from '@/lib/domain/looking/resolution'
import { openingReasons } from '@/lib/domain/opening-reason'
import { deskAreas } from '@/lib/domain/desk-areas'
import { caseActions } from '@/lib/domain/role-grants'
import { keepReasons } from '@/lib/domain/retention'
import { sessionMethods } from '@/lib/domain/session'
import type { SessionEnd } from '@/lib/domain/session'
import { standingActs } from '@/lib/domain/standing'
import { exportReasons } from '@/lib/domain/subject-access'
import { translator } from '@/lib/i18n/translate'
import { auditWords } from './audit-words'

const t = translator('en')
const names = new Map([
  ['ada', 'Ada Obi'],
  ['ben', 'Ben Ito'],
])
const districts = new Map([['stevenage', 'Stevenage']])
const forces = new Map([['kent', 'Kent Police']])

function said(action: string, detail: unknown = {}): string {
  const { did, about, more } = auditWords({ actorId: 'me', action, detail }, { names, districts, forces, t })
  return [did, ...(about === null ? [] : [about]), ...more].join(' | ')
}

/** Written so that a new one does not compile until it is here. */
const ends = {
  'signed-out': true,
  idle: true,
  'twelve-hours': true,
  'signed-in-again': true,
  'too-many': true,
  'by-owner': true,
  'by-administrator': true,
  'role-changed': true,
  deactivated: true,
  'factors-changed': true,
} satisfies Record<SessionEnd, true>
const problems = {
  'force-away': true,
  'force-cancelled': true,
  'force-expired': true,
  'force-failed': true,
  'force-strength': true,
  'force-unknown': true,
  'force-other': true,
  'force-stays': true,
} satisfies Record<ForceProblem, true>

describe('there are words for', () => {
  it.each(auditActions)('the action %s', (action) => {
    expect(t.has(`staff.audit.action.${action}`)).toBe(true)
  })

  it.each(attempts)('what was refused: %s', (attempted) => {
    expect(said('refused', { attempted, area: 'audit' })).toMatch(/^was refused: \S/u)
    expect(t.has(`staff.audit.attempted.${attempted}`)).toBe(true)
  })

  it.each(deskAreas)('the part of the desk %s', (area) => {
    expect(said('refused', { attempted: 'enter', area })).toMatch(/^was refused: open \S/u)
    expect(t.has(`staff.audit.area.${area}`)).toBe(true)
  })

  it.each([...Object.keys(ends), ...Object.keys(problems), 'wrong', 'refused', 'copied'])(
    'why: %s',
    (why) => {
      expect(said('sign-in-refused', { why })).toMatch(/^was refused at sign-in \| \S/u)
    },
  )

  it.each(sessionMethods)('the method %s', (method) => {
    expect(said('signed-in', { method })).toMatch(/^signed in \| \S/u)
  })

  it.each([...new Set(Object.values(accountReasons).flat())])('the reason %s', (reason) => {
    expect(said('account-closed', { account: 'ada', reason })).toMatch(/\| Ada Obi \| \S/u)
  })

  it.each(['reference', 'unknown', ...indexKinds])('what was searched by: %s', (kind) => {
    expect(said('searched', { kind, hits: 1 })).toMatch(/^searched \| \S.* \| one case found$/u)
  })

  it.each([...erasureReasons, ...holdReasons])('the reason %s of an erasure or a hold', (reason) => {
    expect(said('erased', { reason })).toMatch(/^erased the case \| \S/u)
  })

  it.each([
    ...identityReasons.map((reason) => ['identity-revealed', reason]),
    ...openingReasons.map((reason) => ['opened', reason]),
    ...exportReasons.map((reason) => ['exported', reason]),
    ...keepReasons.map((reason) => ['kept-longer', reason]),
    ...Object.values(flagOutcomes)
      .flat()
      .map((reason) => ['flag-resolved', reason]),
    ...Object.entries(standingActs).flatMap(([act, { reasons }]) => reasons.map((reason) => [act, reason])),
  ])('why, of %s: %s', (action, reason) => {
    expect(said(action, { reason })).toMatch(/ \| \S/u)
    expect(
      auditWords({ actorId: 'me', action, detail: { reason } }, { names, districts, forces, t }).more,
    ).toHaveLength(1)
  })

  it.each(glassOutcomes)('what somebody found: %s', (outcome) => {
    expect(said('glass-reviewed', { outcome })).toMatch(/ \| \S/u)
  })

  it.each([
    'forbidden',
    'left-out',
    'not-found',
    'own-account',
    'last-administrator',
    'on-hold',
    'own-request',
    'glass-unreviewed',
  ])('the code %s', (code) => {
    expect(said('refused', { attempted: 'close', code })).toMatch(/close the case \| \S/u)
  })
})

it('refuses what a case does not let them do in words for every act', () => {
  for (const action of caseActions) expect(attempts).toContain(action)
})

it.each([
  [
    'role-changed',
    {
      account: 'ada',
      from: 'triager',
      to: 'liaison-officer',
      reason: 'cover',
      districts: 'stevenage',
      handedBack: 2,
    },
    'changed a role | Ada Obi | from triager to liaison officer | in Stevenage | covering for somebody | 2 open cases became nobody’s',
  ],
  ['account-closed', { account: 'ada', reason: 'left-post' }, 'closed an account | Ada Obi | left the post'],
  ['sign-in-voided', { account: 'gone' }, 'voided how somebody signs in | Somebody no longer here'],
  ['invited', { invitation: 'ben', invitedRole: 'auditor' }, 'invited somebody | Ben Ito | auditor'],
  ['invitation-withdrawn', { invitation: 'ben' }, 'took an invitation back | Ben Ito'],
  [
    'invitation-accepted',
    { invitation: 'ben', method: 'passkey' },
    'accepted an invitation | with a passkey',
  ],
  ['session-ended', { account: 'me', why: 'idle' }, 'a session ended | not used for 15 minutes'],
  [
    'session-ended',
    { account: 'ada', why: 'role-changed' },
    'a session ended | Ada Obi | the role was changed',
  ],
  [
    'sign-in-refused',
    { method: 'passkey', why: 'copied' },
    'was refused at sign-in | with a passkey | the passkey may have been copied',
  ],
  ['refused', { attempted: 'enter', area: 'accounts' }, 'was refused: open accounts and invitations'],
  ['refused', { attempted: 'brew tea' }, 'was refused: something else'],
  ['assigned', { to: 'ada', place: 0 }, 'assigned the case | Ada Obi'],
  ['taken', { to: 'me' }, 'took the case'],
  ['handed-back', { from: 'ben' }, 'made a case nobody’s again | Ben Ito'],
  ['risk-decided', { from: 'low', to: 'high' }, 'decided the risk: high'],
  ['opened', { reason: 'triage' }, 'opened the case | triage'],
  [
    'searched',
    { kind: 'telephone', hits: 0, own: false, colleague: false },
    'searched | by telephone number | nothing found',
  ],
  [
    'searched',
    { kind: 'surname', hits: 2, own: true, colleague: true },
    'searched | by surname | their own name, number or address | a colleague’s name, number or address | 2 cases found',
  ],
  ['indexed', { key: 'k' }, 'made the case findable, without showing anything of it'],
  [
    'exported',
    { reason: 'subject-access', recipient: 'person', identity: true },
    'took out somebody’s data from the case | the person asked for their data | with what the person told about who they are | given to the person themselves',
  ],
  [
    'exported',
    { reason: 'other-force', recipient: 'kent', identity: false },
    'took out somebody’s data from the case | for another force | without what they told about who they are | given to Kent Police',
  ],
  [
    'exported',
    { reason: 'court', recipient: 'court' },
    'took out somebody’s data from the case | a court asked for it | given to a court',
  ],
  ['of-tomorrow', null, 'of tomorrow'],
])('%s %j', (action, detail, words) => {
  expect(said(action, detail)).toBe(words)
})

it.each([
  ['invited', 'The command line'],
  ['sign-in-refused', 'Somebody not signed in'],
  ['collected', 'The public pages'],
  ['indexed', 'By the clock'],
])('%s by nobody is said of %s', (action, who) => {
  expect(t(`staff.audit.nobody.${unnamedOf(action)}`)).toBe(who)
})

it('says of an offer who was asked, who said no and why, and why it ended or a case was taken from somebody', () => {
  expect(said('offered', { to: 'ada' })).toBe('asked an officer to take the case | Ada Obi')
  expect(said('offer-declined', { reason: 'too-much' })).toBe('said no to taking the case | has too much on')
  expect(said('offer-lapsed', { from: 'ada', rule: 'duty-over' })).toContain(
    'did not answer before their duty ended',
  )
  expect(said('freed', { from: 'ada', rule: 'no-duty-ahead' })).toContain('is away')
})

it('says of a contact plan that staff changed how they knew the person, and what is wider', () => {
  const detail = { by: 'staff', reach: 'out', known: 'in-person', widened: 'call hours' }
  expect(said('plan-changed', detail)).toBe(
    'changed how somebody may be reached | they are here, or we are with them | Widened: allowed now and not before: calls, more hours.',
  )
})

import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'
import { widenedWords } from '@/components/staff/attempt-words'

/** A row of the audit, as far as its words are made from it. */
export interface AuditFacts {
  readonly actorId: string | null
  readonly action: string
  readonly detail: unknown
}

/** What the words of a row are made with. */
export interface AuditWording {
  /** Names of the accounts and invitations the rows speak of, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly districts: ReadonlyMap<string, string>
  /** Names of police forces, by id. */
  readonly forces: ReadonlyMap<string, string>
  readonly t: Translate
}

interface AuditWords {
  readonly did: string
  /** Whom it was done to, where that is somebody else. */
  readonly about: string | null
  /** From what to what, how and why, as far as there are words for it. */
  readonly more: readonly string[]
}

/** What a row of the audit says. Codes without words are left out; of ids only the names are said. */
export function auditWords(row: AuditFacts, wording: AuditWording): AuditWords {
  const codes = codesOf(row.detail)
  return {
    did: didWords(row.action, codes, wording.t),
    about: aboutWhom(row, codes, wording),
    more: moreWords(codes, wording),
  }
}

type Codes = ReadonlyMap<string, unknown>

function codesOf(detail: unknown): Codes {
  return new Map<string, unknown>(typeof detail === 'object' && detail !== null ? Object.entries(detail) : [])
}

/** The first of these groups that has words for the code says it. */
function said(codes: Codes, code: string, groups: readonly string[], t: Translate): string {
  const key = groups.map((group) => `${group}.${String(codes.get(code))}`).find((known) => t.has(known))
  return key === undefined ? '' : lowerFirst(t(key))
}

function didWords(action: string, codes: Codes, t: Translate): string {
  const key = `staff.audit.action.${action}`
  if (!t.has(key)) return t('staff.audit.action.other', { code: action.replaceAll('-', ' ') })
  const say = (code: string, ...groups: readonly string[]) => said(codes, code, groups, t)
  return t(key, {
    attempted: attemptWords(codes, t),
    to: say('to', 'staff.status', 'staff.risk'),
    disposition: say('disposition', 'staff.disposition'),
    channel: say('channel', 'staff.channel'),
  })
}

function attemptWords(codes: Codes, t: Translate): string {
  const key = `staff.audit.attempted.${String(codes.get('attempted'))}`
  return t.has(key)
    ? t(key, { area: said(codes, 'area', ['staff.audit.area'], t) })
    : t('staff.audit.attempted.other')
}

/** The account or invitation it is about; of a case that was given to somebody or taken from them, that person. */
function aboutWhom({ actorId, action }: AuditFacts, codes: Codes, { names, t }: AuditWording): string | null {
  const byCode = action === 'invitation-accepted' ? [] : [codes.get('account'), codes.get('invitation')]
  const [id] = byCode.filter((each) => typeof each === 'string')
  if (id !== undefined) return id === actorId ? null : (names.get(id) ?? t('staff.case.somebody'))
  const [held] = ['to', 'from'].map((code) => codes.get(code)).filter((each) => typeof each === 'string')
  return held === undefined || held === actorId ? null : (names.get(held) ?? null)
}

/** Which code is said by which words, in this order. */
const notes: readonly (readonly [string, readonly string[]])[] = [
  ['invitedRole', ['staff.role']],
  ['rule', ['staff.looking.name', 'offer.reason']],
  ['result', ['staff.contactResult']],
  ['way', ['reach.way']],
  ['refused', ['reach.now']],
  ['next', ['reach.next']],
  ['known', ['reach.known']],
  ['outcome', ['staff.looking.outcome', 'oversight.sample.outcome', 'glass.outcome']],
  [
    'reason',
    [
      ...['staff.audit.reason', 'accounts.one.reasons', 'staff.looking.reason', 'standing.reason'],
      ...['offer.reason', 'reach.reason', 'reach.number.reason'],
    ],
  ],
  ['identity', ['staff.audit.identity']],
  ['method', ['accounts.session.method']],
  ['purpose', ['staff.audit.purpose']],
  ['why', ['staff.audit.why']],
  ['code', ['staff.audit.code']],
  ['kind', ['staff.search.by']],
  ['own', ['staff.audit.own']],
  ['colleague', ['staff.audit.colleague']],
  ['topic', ['staff.officer.topic']],
  ['serving', ['staff.officer.servingSaid']],
  ['said', ['staff.officer.said']],
  ['duty', ['staff.duty.audit']],
]

function moreWords(codes: Codes, { districts, forces, t }: AuditWording): readonly string[] {
  const from = said(codes, 'from', ['staff.role'], t)
  const to = said(codes, 'to', ['staff.role'], t)
  const covered = codes.get('districts')
  const inDistricts = (typeof covered === 'string' ? covered.split(' ') : []).flatMap(
    (id) => districts.get(id) ?? [],
  )
  const given = String(codes.get('recipient'))
  const recipient = forces.get(given) ?? said(codes, 'recipient', ['staff.recipient'], t)
  const handed = codes.get('handedBack')
  const hits = codes.get('hits')
  const limit = codes.get('limit')
  const wider = widenedWords(codes.get('widened'), t)
  return [
    from === '' || to === '' ? '' : t('staff.audit.fromTo', { from, to }),
    inDistricts.length === 0 ? '' : t('staff.audit.inDistricts', { districts: inDistricts.join(', ') }),
    ...notes.map(([code, groups]) => said(codes, code, groups, t)),
    wider === '' ? '' : t('reach.told.widened', { what: wider }),
    recipient === '' ? '' : t('staff.audit.givenTo', { recipient }),
    typeof handed === 'number' ? t('staff.audit.handedBack', { count: handed }) : '',
    typeof limit === 'number' ? t('staff.audit.limit', { limit }) : '',
    typeof hits === 'number' ? t('staff.audit.hits', { count: hits }) : '',
  ].filter((words) => words !== '')
}

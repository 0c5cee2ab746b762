import { describe, expect, it, test } from 'vitest'
import { auditWords } from '@/components/staff/audit-words'
import { askedWords, dayWords, lifeReasonWords, ruleWords } from '@/components/staff/retention-words'
import { erasureReasons, holdReasons } from '@/lib/domain/erasure'
import { keepReasons, retentionLists } from '@/lib/domain/retention'
import { exportReasons, leftOutReasons } from '@/lib/domain/subject-access'
import { translator } from '@/lib/i18n/translate'

const t = translator('en')
const clock = { t, now: new Date('2026-06-10T11:00:00Z'), timeZone: 'Europe/London' }
const wording = {
  t,
  names: new Map<string, string>(),
  districts: new Map<string, string>(),
  forces: new Map<string, string>(),
}

describe('there are words for', () => {
  it.each([...erasureReasons, ...holdReasons, ...keepReasons])('the reason %s', (reason) => {
    expect(lifeReasonWords(reason, t)).not.toBe('')
  })

  it.each([...keepReasons, ...exportReasons])('the reason %s in the audit', (reason) => {
    const action = keepReasons.some((one) => one === reason) ? 'kept-longer' : 'exported'
    expect(auditWords({ actorId: 'a', action, detail: { reason } }, wording).more).toHaveLength(1)
  })

  it.each(exportReasons)('what data is taken out for: %s', (reason) => {
    expect(t.has(`exporting.reason.${reason}`)).toBe(true)
  })

  it.each(leftOutReasons)('why something is left out: %s', (reason) => {
    expect(t(`exporting.leftOut.${reason}`)).toMatch(/^Left out: /u)
  })

  it.each(retentionLists)('the list %s, empty or not', (list) => {
    for (const part of ['list', 'empty', 'note']) expect(t.has(`retention.${part}.${list}`)).toBe(true)
  })
})

test('a day is the same in every time zone, and has its year where that is another', () => {
  for (const timeZone of ['Europe/London', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])
    expect(dayWords('2027-01-01', { ...clock, timeZone })).toBe('1 Jan 2027')
})

test('a rule and a request are said in a sentence', () => {
  const retention = { ruleId: 'report', keep: { amount: 12, unit: 'months' }, dueOn: '', warnOn: '' } as const
  expect(ruleWords(retention, t)).toBe('Report: 12 months after closing')
  expect(askedWords({ by: null, at: clock.now, reason: 'court-order' }, clock)).toBe(
    'Somebody no longer here, today 12:00: ordered by a court',
  )
})

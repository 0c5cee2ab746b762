import { expect, test } from 'vitest'
import { identityReasons } from '@/lib/domain/identity'
import { openingReasons } from '@/lib/domain/opening-reason'
import { translator } from '@/lib/i18n/translate'
import { lookerWords, reasonWords } from './looker-words'

const t = translator('en')
const clock = { now: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/London', t }
const nothing = { looks: 0, reveals: 0, identities: 0, refusals: 0, reasons: [], identityReasons: [] }
const [firstAt, lastAt] = [new Date('2026-11-03T14:02:00Z'), new Date('2026-11-21T09:10:00Z')]

test.each([
  [
    { looks: 4, reasons: ['my-case'], reveals: 1 },
    'Opened it 4 times, first 3 Nov 14:02, last today 09:10. Why: held by them. Saw the addresses once.',
  ],
  [
    { looks: 1, reasons: ['my-case'], identities: 2, identityReasons: ['record-check', 'risk'] },
    'Opened it once, today 09:10. Why: held by them. Saw 2 times what the person told about who they are. Why: to find a record under a previous name, somebody’s safety was at serious risk.',
  ],
  [{ looks: 1, reasons: ['triage', 'of-old'] }, 'Opened it once, today 09:10. Why: triage, of old.'],
  [{ refusals: 2 }, 'Was refused 2 times.'],
  [{ looks: 1, refusals: 1 }, 'Opened it once, today 09:10. Was refused once.'],
])('%j', (looker, words) => {
  expect(lookerWords({ ...nothing, firstAt, lastAt, ...looker }, clock).join(' ')).toBe(words)
})

test.each([...openingReasons, ...identityReasons])('the reason %s has words', (reason) => {
  expect(t.has(`staff.audit.reason.${reason}`)).toBe(true)
  expect(reasonWords(reason, t)).toMatch(/^[a-z]/u)
})

import { expect, test } from 'vitest'
import { identityReasons } from '@/lib/domain/identity'
import { openingReasons } from '@/lib/domain/opening-reason'
import { translator } from '@/lib/i18n/translate'
import { looksTable } from './looks-table'

const wording = { t: translator('en'), force: { timeZone: 'Europe/London' } }
const looker = {
  ...{ name: 'Ada Obi', role: 'liaison-officer', looks: 2, reasons: ['own-district', 'of-old'] },
  ...{ firstAt: new Date('2026-06-30T23:05:00Z'), lastAt: new Date('2026-12-01T10:00:00Z') },
  ...{ reveals: 1, identities: 3, identityReasons: ['record-check'], refusals: 0 },
}

test('it is in words, with times by the clock of the force, and says apart what the person told about who they are', () => {
  expect(looksTable('HC-7K2Q-M4TD', [looker], wording).split('\r\n').slice(0, 2)).toEqual([
    '\uFEFF"Reference","Name","Role","Times opened","First","Last","Why opened","Times addresses were shown","Times shown what the person told about who they are","Why that was shown","Times refused"',
    '"HC-7K2Q-M4TD","Ada Obi","liaison officer","2","2026-07-01 00:05","2026-12-01 10:00","unassigned in their district, of old","1","3","to find a record under a previous name","0"',
  ])
})

test.each([...openingReasons, ...identityReasons])('it has no bare code for %s', (reason) => {
  const table = looksTable('HC-7K2Q-M4TD', [{ ...looker, reasons: [reason] }], wording)
  expect(wording.t.has(`staff.audit.reason.${reason}`)).toBe(true)
  expect(table).toContain(`"${wording.t(`staff.audit.reason.${reason}`)}"`)
})

test('it is a heading alone where nobody looked', () => {
  expect(looksTable('HC-7K2Q-M4TD', [], wording).trimEnd().split('\r\n')).toHaveLength(1)
})

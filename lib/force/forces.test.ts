import { describe, expect, it } from 'vitest'
import { placeOf } from '@/lib/domain/place'
import { supportTopics } from '@/lib/domain/support-topics'
import { translator } from '@/lib/i18n/translate'
import { riskRules } from '@/lib/domain/risk'
import { monitoredStrands, risks } from '@/lib/domain/words'
import { bedfordshire } from './bedfordshire'
import { forces } from './forces'
import { hertfordshire } from './hertfordshire'

const isoDate = /^\d{4}-\d{2}-\d{2}$/u

function expectUnique(ids: readonly string[]) {
  expect(ids).toEqual([...new Set(ids)])
}

describe.each(Object.entries(forces))('%s', (id, force) => {
  const districts = force.districts.map((district) => district.id)

  it('is filed under its own id, which is a police force', () => {
    expect(force.id).toBe(id)
    expect(force.policeForces[id]?.name).toBe(force.name)
  })

  it('has districts with their own ids, names, codes and places', () => {
    expectUnique(districts)
    expectUnique(force.districts.map(({ name }) => name))
    expectUnique(force.districts.map(({ code }) => code))
    for (const district of force.districts) {
      expect(district.code).toMatch(/^E0[67]000\d{3}$/u)
      expect(district.places.length).toBeGreaterThan(0)
    }
  })

  it.each(force.districts)('$id has neighbours that exist and have it as neighbour', (district) => {
    expectUnique(district.neighbours)
    expect(district.neighbours.length).toBeGreaterThan(0)
    for (const neighbour of district.neighbours) {
      expect(neighbour).not.toBe(district.id)
      expect(force.districts.find((other) => other.id === neighbour)?.neighbours).toContain(district.id)
    }
  })

  it('has a map of tiles on which no two share a place, and each touches a neighbour', () => {
    const placed = force.districts.filter(({ until }) => until === undefined)
    expectUnique(placed.map(({ tile }) => String(tile)))
    for (const { tile: [column, row] = [0, 0], neighbours } of placed) {
      for (const at of [column, row]) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(at)
      const beside = placed.filter(({ tile = [0, 0] }) => {
        return Math.abs(tile[0] - column) + Math.abs(tile[1] - row) === 1
      })
      expect(beside.some((other) => neighbours.includes(other.id))).toBe(true)
    }
  })

  it('lists outcodes of known areas, districts and other forces', () => {
    for (const [outcode, hint] of Object.entries(force.outcodes)) {
      const area = outcode.replace(/\d.*$/u, '')
      expectUnique([...hint.districts, ...hint.others])
      expect(districts).toEqual(expect.arrayContaining([...hint.districts]))
      expect(Object.keys(force.policeForces)).toEqual(expect.arrayContaining([...hint.others]))
      const touched = hint.districts.length > 0 ? [id, ...hint.others] : hint.others
      expect(force.postcodeAreas[area], outcode).toEqual(expect.arrayContaining([...touched]))
    }
  })

  it('has an outcode for every district', () => {
    const covered = Object.values(force.outcodes).flatMap((hint) => hint.districts)
    expect(covered).toEqual(expect.arrayContaining(districts))
  })

  it('names a force that exists for every postcode area', () => {
    expect(Object.keys(force.postcodeAreas)).toHaveLength(121)
    for (const touched of Object.values(force.postcodeAreas)) {
      expectUnique(touched)
      expect(touched.length).toBeGreaterThan(0)
      expect(Object.keys(force.policeForces)).toEqual(expect.arrayContaining([...touched]))
    }
  })

  it('has every territorial force of the United Kingdom, and the railways', () => {
    expect(Object.keys(force.policeForces)).toHaveLength(46)
    for (const { web } of Object.values(force.policeForces)) expect(web).toMatch(/^https:\/\/\S+\.uk\/$/u)
  })

  it('gives a way to reach every route and support service, with its source', () => {
    expectUnique(force.routes.map((route) => route.id))
    expectUnique(force.support.map((service) => service.id))
    for (const entry of [...force.routes, ...force.support]) {
      expect(entry.phone ?? entry.text ?? entry.web, entry.id).toBeTruthy()
      expect(entry.source).not.toBe('')
      if (entry.checked !== null) expect(entry.checked).toMatch(isoDate)
      if (/general knowledge/iu.test(entry.source)) expect(entry.checked, entry.id).toBeNull()
      if (entry.web !== undefined) expect(new URL(entry.web).protocol).toBe('https:')
    }
  })

  it('has the emergency routes the emergency page needs', () => {
    const emergency = force.routes.filter(({ use }) => use === 'emergency').map((route) => route.id)
    expect(emergency).toEqual([
      'emergency',
      'emergency-112',
      'silent-solution',
      'relay-emergency',
      'emergency-sms',
      'bsl',
    ])
  })

  it('chooses support by strands and topics, with something for each', () => {
    const known = ['everyone', ...monitoredStrands, ...force.extraStrands, ...supportTopics]
    const helped = force.support.flatMap(({ helps }) => helps)
    expect(known).toEqual(expect.arrayContaining(helped))
    expect(helped).toEqual(expect.arrayContaining([...supportTopics]))
  })

  it('keeps reading hours and promises that agree with each other', () => {
    const { from, to, days } = force.readingHours
    expect(from < to).toBe(true)
    expectUnique(days.map(String))
    for (const day of days) expect([1, 2, 3, 4, 5, 6, 7]).toContain(day)
    for (const risk of risks) expect(force.promises[risk].amount).toBeGreaterThan(0)
    const byTheClock = risks.some((risk) => force.promises[risk].unit === 'hours')
    if (byTheClock) expect(days).toHaveLength(7)
  })

  it('has dispositions with their own ids, malicious for supervisors only', () => {
    expectUnique(force.dispositions.map((disposition) => disposition.id))
    expect(
      force.dispositions.filter((entry) => entry.supervisorOnly === true).map((entry) => entry.id),
    ).toEqual(['malicious'])
  })
})

it.each([
  ['north-herts', 'north of', 'stevenage'],
  ['stevenage', 'north of', 'welwyn-hatfield'],
  ['east-herts', 'north of', 'broxbourne'],
  ['st-albans', 'north of', 'watford'],
  ['welwyn-hatfield', 'north of', 'hertsmere'],
  ['dacorum', 'north of', 'three-rivers'],
  ['dacorum', 'west of', 'st-albans'],
  ['st-albans', 'west of', 'welwyn-hatfield'],
  ['welwyn-hatfield', 'west of', 'broxbourne'],
  ['stevenage', 'west of', 'east-herts'],
  ['three-rivers', 'west of', 'watford'],
  ['watford', 'west of', 'hertsmere'],
])('on the map of Hertfordshire %s lies %s %s', (one, where, other) => {
  const [[column = 0, row = 0] = [], [otherColumn = 0, otherRow = 0] = []] = [one, other].map(
    (id) => hertfordshire.districts.find((district) => district.id === id)?.tile ?? [],
  )
  expect(where === 'north of' ? row < otherRow : column < otherColumn).toBe(true)
})

describe('forces side by side', () => {
  it('agree on which outcodes they share', () => {
    for (const force of Object.values(forces))
      for (const [outcode, hint] of Object.entries(force.outcodes))
        for (const other of hint.others) {
          const theirs = forces[other]
          if (theirs !== undefined)
            expect(placeOf(outcode, theirs).kind, outcode).toMatch(/^(district|ask)$/u)
        }
  })

  it('have ten districts and three', () => {
    expect(hertfordshire.districts).toHaveLength(10)
    expect(bedfordshire.districts).toHaveLength(3)
  })
})

describe.each(Object.entries(forces))('%s keeps cases', (_id, { retention, dispositions }) => {
  const rules = [...Object.values(retention.kinds), ...Object.values(retention.dispositions)]

  it.each(rules)('$id: for a while that has an end, by a source, with words of its own', (rule) => {
    expect(rule.keep.amount).toBeGreaterThan(0)
    expect(Number.isInteger(rule.keep.amount)).toBe(true)
    expect(rule.source).toMatch(/^https:/u)
    if (rule.checked !== null) expect(rule.checked).toMatch(isoDate)
    expect(translator('en').has(`retention.rule.${rule.id}`)).toBe(true)
  })

  it('by endings it has, telling beforehand', () => {
    const known = dispositions.map((one) => one.id)
    expect(known).toEqual(expect.arrayContaining(Object.keys(retention.dispositions)))
    expect(retention.warnDays).toBeGreaterThan(6)
    expect(retention.auditYears).toBeGreaterThanOrEqual(6)
  })
})

describe.each(Object.entries(forces))('%s trains its officers', (id, force) => {
  const { topics, partners } = force.training
  const t = translator('en')

  it.each(topics)(
    '$id: for a while, with time to refresh it, by a source, with words of its own',
    (topic) => {
      expect(topic.validMonths).toBeGreaterThan(0)
      expect(topic.refreshWarnDays).toBeGreaterThan(0)
      expect(topic.refreshWarnDays).toBeLessThan(topic.validMonths * 28)
      expect(topic.source).not.toBe('')
      if (topic.checked !== null) expect(topic.checked).toMatch(isoDate)
      expect(t.has(`staff.officer.topic.${topic.id}`)).toBe(true)
    },
  )

  it('in something at least, or anybody at all would be given cases, and in nothing twice', () => {
    expectUnique(topics.map((topic) => topic.id))
    expect(topics.some(({ required }) => required)).toBe(true)
  })

  it('with other forces that exist', () => {
    expectUnique(partners)
    expect(partners).not.toContain(id)
    expect(Object.keys(force.policeForces)).toEqual(expect.arrayContaining([...partners]))
  })

  it.each(force.specialisms)('to know more of $id, which fits some cases and has words', (specialism) => {
    const { strands = [], riskRules: rules = [] } = specialism
    expect(strands.length + rules.length).toBeGreaterThan(0)
    expect([...monitoredStrands, ...force.extraStrands]).toEqual(expect.arrayContaining([...strands]))
    expect(riskRules.map((rule) => rule.id)).toEqual(expect.arrayContaining([...rules]))
    expect(t.has(`staff.officer.specialism.${specialism.id}`)).toBe(true)
  })

  it('in no specialism twice', () => {
    expectUnique(force.specialisms.map((specialism) => specialism.id))
  })
})

import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { trainedUntil, trainingProblem } from '@/lib/domain/training'
import { findJourney } from '@/lib/journeys/find-journey'
import { everydayCases } from './everyday-cases'
import { seedDistricts } from './seed-districts'
import { seededOfficers } from './seed-officers'
import { seededTraining } from './seeded-training'
import { urgentCases } from './urgent-cases'

describe.each(Object.values(forces))('the demonstration of $id', (force) => {
  it('is about districts of its own', () => {
    const { home, beside, others } = seedDistricts(force)
    const ids = force.districts.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([home, beside, ...others]))
    expect(beside).not.toBe(home)
  })

  it.each([...urgentCases, ...everydayCases])(
    'reaches the end of $journey from $channel, $hoursAgo hours ago',
    (one) => {
      const journey = findJourney(one.journey)
      const { home } = seedDistricts(force)
      const context = { force, channel: one.channel }
      expect(journey && completeAnswers(journey, { ...one.answers, district: home }, context)).toBeDefined()
    },
  )

  it('has officers whose training is over, missing, ends soon, or was held with others', () => {
    const at = new Date('2026-11-21T12:00:00Z')
    const today = '2026-11-21'
    const courses = seededOfficers(force).map(({ trainingYears }, index) =>
      seededTraining(trainingYears, index, force, at),
    )
    for (const course of courses.flat()) expect(trainingProblem(course, force, today)).toBeNull()
    const ends = courses.map((held) => trainedUntil(held, force))
    expect(ends.filter((end) => end === null)).toHaveLength(1)
    expect(ends.filter((end) => end !== null && end < today)).toHaveLength(1)
    expect(ends.filter((end) => end !== null && end >= today && end < '2027-02-01')).toHaveLength(1)
    expect(courses.flat().some(({ heldWith }) => heldWith.length > 0)).toBe(true)
  })
})

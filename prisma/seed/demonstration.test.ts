import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { findJourney } from '@/lib/journeys/find-journey'
import { everydayCases } from './everyday-cases'
import { seedDistricts } from './seed-districts'
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
})

import { describe, expect, it, vi } from 'vitest'
import { setUpParts, settingsProblems } from '@/lib/domain/officers/settings'
import { trainingProblems } from '@/lib/domain/training'
import { translator } from '@/lib/i18n/translate'
import { officerProblems } from './officer-problems'

vi.mock('@/lib/config/env', () => ({ env: () => ({ FORCE: 'hertfordshire' }) }))

const t = translator('en')
const clock = { t, now: new Date('2026-11-21T12:00:00Z') }
const kept = (form: string, values: Readonly<Record<string, string>>) => ({
  ...{ actorId: 'ada', page: '/staff/officers/x', form, values },
})
const fieldsOf = (...given: Parameters<typeof officerProblems>) =>
  officerProblems(...given).map(({ field }) => field)

describe('there are words for', () => {
  it.each([
    ...settingsProblems.map((code) => `settings.wrong.${code}`),
    ...trainingProblems.map((code) => `training.wrong.${code}`),
    ...setUpParts.map((part) => `setUp.${part}`),
  ])('%s', (key) => {
    expect(t.has(`staff.officer.${key}`)).toBe(true)
  })
})

describe('what was wrong with a form about an officer', () => {
  const settings = kept('officer-settings', { openLimit: 'lots', districts: '' })

  it('is told by its fields', () => {
    expect(fieldsOf('invalid', settings, clock)).toEqual(['districts', 'openLimit'])
    const course = { topic: 'hate-crime', completedOn: '2026-11-22', heldWith: '' }
    expect(fieldsOf('invalid', kept('officer-training', course), clock)).toEqual(['completedOn'])
    expect(fieldsOf('invalid', kept('officer-training', { ...course, topic: '' }), clock)).toEqual(['topic'])
  })

  it('is nothing for another problem, another form, or nothing kept', () => {
    expect(fieldsOf('conflict', settings, clock)).toEqual([])
    expect(fieldsOf('invalid', kept('officer-own-word', {}), clock)).toEqual([])
    expect(fieldsOf('invalid', null, clock)).toEqual([])
  })
})

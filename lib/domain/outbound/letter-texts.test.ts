import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import type { ReachPlan } from '../contact/may-use'
import { letterTexts } from './letter-texts'

const force = forces.hertfordshire ?? Object.values(forces)[0]
if (force === undefined) throw new Error('There is no force.')
const night = new Date('2026-12-01T03:00:00Z')
const evenings: ReachPlan = {
  ...{ choice: 'plan', ways: ['text', 'call'], anyTime: false, onlyAt: true },
  ...{ times: null, days: [], hours: ['18-20'] },
}
const ids = (locale: string, plan: ReachPlan) => letterTexts(force, locale, plan, night).map(({ id }) => id)

describe.each(['en', 'cy'])('texts to begin a letter with, in %s', (locale) => {
  it('speak of a call only to whoever may be rung at an hour that is known', () => {
    expect(ids(locale, evenings)).toEqual(['ring-me', 'will-ring', 'tried', 'look'])
    expect(ids(locale, { ...evenings, ways: ['text'] })).toEqual(['ring-me', 'look'])
    expect(ids(locale, { ...evenings, hours: [] })).toEqual(['ring-me', 'look'])
  })

  it('name no day: what waits for an hour that is safe is read on another', () => {
    for (const { text } of letterTexts(force, locale, evenings, night))
      expect(text).not.toMatch(/today|tomorrow|tonight|heddiw|yfory|heno|Dydd (?:Llun|Mawrth)|Monday/iu)
  })
})

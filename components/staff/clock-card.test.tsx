import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { ClockCard } from './clock-card'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const now = new Date('2026-11-23T03:04:00Z')
const clock = { now, timeZone: hertfordshire.timeZone, t: translator('en') }
const shown = { reference: 'HC-7K2Q-M4TD', version: 1, actorId: 'me' }
const due = (at: string | null, pausedAt: Date | null = null): CaseClock => ({
  ...{
    kind: 'first-contact',
    startedAt: now,
    dueAt: at === null ? null : new Date(at),
    pausedAt,
    risk: 'high',
  },
  ...{ dutyAt: null, beyondTarget: false, asked: 'desk-first', reach: 'out' },
})
const card = (one: CaseClock) =>
  renderToStaticMarkup(<ClockCard clocks={[one]} shown={shown} mayReview={false} clock={clock} />)

it.each([
  ['2026-11-24T03:04:00Z', true],
  ['2026-11-24T12:00:00Z', false],
])('of a time at %s it is said that it is at night, and meant so: %s', (at, isSaid) => {
  expect(card(due(at)).includes('outside the hours in which the force reads (08:00 to 20:00)')).toBe(isSaid)
})

it('says nothing of it while a clock stands', () => {
  expect(card(due('2026-11-24T03:04:00Z', now))).not.toContain('outside the hours')
})

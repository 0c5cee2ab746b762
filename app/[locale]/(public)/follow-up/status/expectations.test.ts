import { describe, expect, it, vi } from 'vitest'
import { reaches } from '@/lib/domain/clocks/promise-words'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { locales } from '@/lib/i18n/locales'
import { expectations, saidLate } from './expectations'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const now = new Date('2026-11-23T12:00:00Z')
const status: Parameters<typeof expectations>[0] = {
  ...{ firstContactOpen: true, asked: 'officer', reach: 'out', beyondTarget: false, updateBy: null },
  ...{ promisedBy: new Date('2026-11-27T20:00:00Z'), dutyAt: new Date('2026-11-26T14:00:00Z') },
}
const late = new Date('2026-11-27T21:00:00Z')
const exception =
  /only at certain times, we keep to them, unless.* If you said so and ticked no hour|ar adegau penodol/u
const said = (more: Partial<typeof status>, locale: 'en' | 'cy' = 'en') =>
  expectations({ ...status, ...more }, now, locale).map(({ value }) => value)

describe('a page that cannot read anybody’s hours', () => {
  it.each(locales)('promises in %s no contact to whoever ticked none', (locale) => {
    for (const asked of ['officer', 'desk-first'] as const) {
      expect(said({ asked }, locale)).toEqual([expect.stringMatching(exception)])
      expect(saidLate({ ...status, asked }, late, locale)).toMatch(exception)
    }
  })

  it('says so only where we reach out to somebody', () => {
    for (const reach of reaches.filter((one) => one !== 'out'))
      expect(said({ reach })).toEqual([expect.not.stringMatching(exception)])
    expect(said({ asked: 'nobody' })).toEqual([expect.not.stringMatching(exception)])
    expect(saidLate({ ...status, asked: 'nobody' }, late, 'en')).not.toMatch(exception)
  })

  it('says by when they hear again, and that this is late, as it stands', () => {
    const updateBy = new Date('2026-12-01T17:00:00Z')
    const contacted = { firstContactOpen: false, updateBy }
    expect(said(contacted)).toEqual(['Tuesday 1 December at 5:00 pm'])
    const after = new Date('2026-12-02T17:00:00Z')
    expect(saidLate({ ...status, ...contacted }, now, 'en')).toBeNull()
    expect(saidLate({ ...status, ...contacted }, after, 'en')).toMatch(/should have heard from us again/u)
    expect(expectations({ ...status, ...contacted }, after, 'en')).toEqual([])
  })
})

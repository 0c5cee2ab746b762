import { describe, expect, it } from 'vitest'
import { dispositionsOn } from './dispositions'

const dispositions = [
  { id: 'always' },
  { id: 'old', until: '2027-03-31' },
  { id: 'new', from: '2027-04-01' },
  { id: 'trial', from: '2027-04-01', until: '2027-04-30' },
]

describe('dispositionsOn', () => {
  it.each([
    ['2026-11-21', ['always', 'old']],
    ['2027-03-31', ['always', 'old']],
    ['2027-04-01', ['always', 'new', 'trial']],
    ['2027-04-30', ['always', 'new', 'trial']],
    ['2027-05-01', ['always', 'new']],
  ])('%s offers %j', (day, ids) => {
    expect(dispositionsOn(day, { dispositions }).map(({ id }) => id)).toEqual(ids)
  })
})

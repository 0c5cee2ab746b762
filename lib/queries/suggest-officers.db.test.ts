import { expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { noAnswers } from '@/lib/domain/offers/answers-in'
import { firstDue } from './first-due'
import type { RotaMember } from './load-rota'
import { suggestOfficers } from './suggest-officers'
import type { Routable } from './suggest-officers'

const now = new Date('2026-11-20T12:00:00Z')
const [home = ''] = currentForce().districts.map(({ id }) => id)
const member = (name: string, hours: number): RotaMember => ({
  ...{ id: `officer-${name}`, accountId: `account-${name}`, name, active: true, districts: [home] },
  ...{
    languages: ['en'],
    specialisms: [],
    trainingUntil: new Date('2027-06-30'),
    openLimit: 1,
    openCases: 0,
  },
  ...{ oneMore: false, handingOver: false, lastAssignedAt: null },
  shifts: [
    { startsAt: new Date(now.getTime() + hours * 3_600_000), endsAt: new Date('2026-11-24T12:00:00Z') },
  ],
})
const facts: Routable = {
  ...{ district: home, strands: [], riskRules: [], languages: [], excludedDistricts: [], restricted: false },
  ...{ conflictedIds: [], possibleConflictIds: [], offeredToId: null, ...noAnswers },
}
const suggested = async (found: Partial<Routable>, rota = [member('first', 1), member('next', 2)]) => {
  const { candidates, leftOut } = await asOf(now, () =>
    Promise.resolve(suggestOfficers({ ...facts, ...found }, rota)),
  )
  return [candidates.map(({ officerId }) => officerId), leftOut.map(({ rule }) => rule)]
}

it.each<[string, Partial<Routable>, string]>([
  ['said no', { declinedIds: ['account-first'] }, 'declined-before'],
  ['did not answer', { unansweredIds: ['account-first'] }, 'did-not-answer'],
  ['may know the reporter', { possibleConflictIds: ['account-first'] }, 'may-know-somebody'],
  ['has a conflict', { conflictedIds: ['account-first'] }, 'conflict-declared'],
])('suggests nobody who %s, as routing asks nobody who does', async (_, found, rule) => {
  expect(await suggested({})).toEqual([['officer-first', 'officer-next'], []])
  expect(await suggested(found)).toEqual([['officer-next'], [rule]])
})

it('does not hold against somebody that they are asked for this very case', async () => {
  const full = [{ ...member('first', 1), openCases: 1 }, member('next', 2)]
  expect(await suggested({}, full)).toEqual([['officer-next'], ['at-limit']])
  expect(await suggested({ offeredToId: 'account-first' }, full)).toEqual([
    ['officer-first', 'officer-next'],
    [],
  ])
  const over = [{ ...member('first', 1), openCases: 2 }, member('next', 2)]
  expect(await suggested({ offeredToId: 'account-first' }, over)).toEqual([['officer-next'], ['at-limit']])
})

it('suggests whoever is there in time before whoever is nearer, as routing asks them', async () => {
  const beside = { ...member('next', 2), districts: [] }
  const rota = [member('first', 20), beside]
  expect(await suggested({}, rota)).toEqual([['officer-first', 'officer-next'], []])
  const dueAt = new Date(now.getTime() + 10 * 3_600_000)
  expect(await suggested({ dueAt }, rota)).toEqual([['officer-next', 'officer-first'], []])
})

it.each([
  [
    'the first clock that runs',
    'assigned',
    [
      ['first-contact', 5, false],
      ['next-update', 9, false],
    ],
    5,
  ],
  ['none that stands still', 'awaiting-contact', [['next-update', 5, true]], null],
  ['no review', 'in-progress', [['review', 5, false]], null],
  ['what was promised, before a clock is there', 'new', [], 48],
  ['nothing, where it is over', 'closed', [], null],
] as const)('what is due first is %s', (_, status, clocks, hours) => {
  const at = (more: number) => new Date(now.getTime() + more * 3_600_000)
  const stored = clocks.map(([kind, due, isPaused]) => ({
    kind,
    dueAt: at(due),
    pausedAt: isPaused ? now : null,
  }))
  expect(firstDue({ status, promisedBy: at(48) }, stored)).toEqual(hours === null ? null : at(hours))
})

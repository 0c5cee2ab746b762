import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { DomainError } from '../errors'
import { dayBefore, editionProblem, gapsOf, readDay, replacedBy } from './edition'
import { firstEdition } from './first-edition'
import { findProposalProblems, idOf, readProposal } from './read-proposal'
import { mayCloseWith, offeredTo, recordTypesOn, takesOut } from './record-type'
import type { RecordType } from './record-type'

const plain: RecordType = {
  id: 'one',
  disposition: 'advice',
  position: 1,
  labels: { en: 'Advice given' },
  hints: {},
  kinds: ['report', 'liaison-request'],
  supervisorOnly: false,
  asksReason: true,
  asksReview: false,
  subjectData: 'keep',
  from: '2000-01-01',
  until: null,
  approved: true,
}
const version = (more: Partial<RecordType>): RecordType => ({ ...plain, ...more })

describe('recordTypesOn', () => {
  const rows = [
    version({ id: 'old', until: '2027-03-31' }),
    version({ id: 'new', from: '2027-04-01' }),
    version({ id: 'waits', disposition: 'waits', approved: null }),
    version({ id: 'refused', disposition: 'refused', approved: false }),
    version({ id: 'report-only', disposition: 'crime', position: 0, kinds: ['report'] }),
  ]

  it.each([
    ['2026-11-21', 'report', ['report-only', 'old']],
    ['2027-03-31', 'report', ['report-only', 'old']],
    ['2027-04-01', 'report', ['report-only', 'new']],
    ['2027-04-01', 'liaison-request', ['new']],
    ['1999-12-31', null, []],
  ] as const)('%s, %s: %j', (day, kind, ids) => {
    expect(recordTypesOn(day, kind, rows).map(({ id }) => id)).toEqual(ids)
  })

  it('offers supervisors all, and lets them alone close what asks for one', () => {
    const types = [version({ supervisorOnly: true }), version({ asksReview: true }), plain]
    expect(offeredTo('supervisor', types)).toHaveLength(3)
    expect(offeredTo('liaison-officer', types)).toHaveLength(2)
    expect(types.map((type) => mayCloseWith('liaison-officer', type))).toEqual([false, false, true])
    expect(types.map((type) => mayCloseWith('supervisor', type))).toEqual([true, true, true])
  })

  it.each([
    ['keep', null, false],
    ['keep', false, false],
    ['remove', null, true],
    ['remove', true, true],
    ['ask', null, null],
    ['ask', true, false],
    ['ask', false, true],
  ] as const)('of %s, risk %j, it is taken out: %j', (rule, isRisk, expected) => {
    expect(takesOut(rule, isRisk)).toBe(expected)
  })
})

describe('a new version', () => {
  const rows = [
    version({ until: '2027-03-31' }),
    version({ id: 'later', from: '2027-06-01' }),
    version({ id: 'other', disposition: 'crime', from: '2027-01-01' }),
    version({ id: 'refused', from: '2027-05-01', approved: false }),
  ]

  it.each([
    ['2026-11-20', '2026-12-01', 'past'],
    ['2026-11-21', null, 'overlap'],
    ['2026-11-21', '2027-06-01', 'overlap'],
    ['2026-11-21', '2027-05-31', null],
    ['2027-05-01', '2027-05-31', null],
    ['2027-06-01', null, 'same-day'],
    ['2027-06-02', null, null],
  ] as const)('from %s until %j: %j', (from, until, problem) => {
    expect(editionProblem({ disposition: 'advice', from, until }, '2026-11-21', rows)).toBe(problem)
  })

  it('waits for the one that is proposed already', () => {
    const waiting = [...rows, version({ id: 'waits', from: '2028-01-01', approved: null })]
    const proposed = { disposition: 'advice', from: '2029-01-01', until: null }
    expect(editionProblem(proposed, '2026-11-21', waiting)).toBe('waiting')
    expect(editionProblem({ ...proposed, disposition: 'crime' }, '2026-11-21', waiting)).toBe(null)
  })

  it('says when nothing is offered', () => {
    expect(gapsOf('advice', rows)).toEqual([{ from: '2027-04-01', until: '2027-05-31' }])
    expect(gapsOf('advice', [version({ until: '2027-03-31' })])).toEqual([
      { from: '2027-04-01', until: null },
    ])
    expect(gapsOf('crime', rows)).toEqual([])
  })

  it('whatever is proposed and approved, one version holds on a day at most', () => {
    const day = fc
      .date({ min: new Date('2026-11-21'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    const proposal = fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 200 })) })
    fc.assert(
      fc.property(
        fc.array(proposal, { maxLength: 12 }),
        fc.array(day, { minLength: 5, maxLength: 5 }),
        (proposals, days) => {
          let held: readonly RecordType[] = [plain]
          for (const [at, { from, length }] of proposals.entries()) {
            const until =
              length === null
                ? null
                : new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10)
            const next = version({ id: String(at), from, until })
            if (editionProblem(next, '2026-11-21', held) !== null) continue
            const ends = replacedBy(next, held)
            held = [...held.map((one) => (one === ends ? { ...one, until: dayBefore(from) } : one)), next]
          }
          const gaps = gapsOf('advice', held)
          for (const one of [...days, ...held.map(({ from }) => from)]) {
            const holding = recordTypesOn(one, null, held)
            expect(holding.length).toBeLessThanOrEqual(1)
            const isGap = gaps.some(({ from, until }) => from <= one && (until === null || one <= until))
            expect(isGap).toBe(holding.length === 0)
          }
        },
      ),
    )
  })
})

describe('what is typed', () => {
  const fields = {
    ...{ disposition: 'advice', label: ' Advice ', hint: '', kinds: ['report'], supervisorOnly: false },
    ...{
      asksReason: false,
      asksReview: true,
      subjectData: 'remove',
      from: '2027-01-01',
      until: '',
      reason: 'New rules',
    },
  }

  it('is read', () => {
    expect(readProposal(fields, 3)).toEqual({
      reason: 'New rules',
      content: {
        ...{ disposition: 'advice', position: 3, labels: { en: 'Advice' }, hints: {}, kinds: ['report'] },
        ...{ supervisorOnly: false, asksReason: false, asksReview: true, subjectData: 'remove' },
        ...{ from: '2027-01-01', until: null },
      },
    })
  })

  it.each([
    [{ label: ' ' }, 'no-label'],
    [{ label: 'x'.repeat(61) }, 'long-label'],
    [{ disposition: '', label: '2' }, 'unnameable'],
    [{ hint: 'x'.repeat(201) }, 'long-hint'],
    [{ reason: '' }, 'no-reason'],
    [{ reason: 'x'.repeat(1_001) }, 'long-reason'],
    [{ kinds: ['equality'] }, 'no-kind'],
    [{ subjectData: 'burn' }, 'no-rule'],
    [{ from: '2027-02-30' }, 'no-first-day'],
    [{ from: '' }, 'no-first-day'],
    [{ until: 'soon' }, 'no-last-day'],
    [{ until: '2026-12-31' }, 'ends-before'],
    [{ disposition: 'Not An Id' }, 'unnameable'],
  ])('%j is refused: %s', (more, problem) => {
    expect(findProposalProblems({ ...fields, ...more })).toEqual([problem])
    expect(() => readProposal({ ...fields, ...more }, 1)).toThrow(new DomainError('invalid'))
  })

  it('of which nothing is filled in says so of every field, in their order', () => {
    const empty = {
      disposition: '',
      label: '',
      hint: '',
      kinds: [],
      subjectData: '',
      from: '',
      until: '',
      reason: '',
    }
    expect(findProposalProblems({ ...fields, ...empty })).toEqual([
      ...['no-label', 'no-kind', 'no-rule', 'no-first-day', 'no-reason'],
    ])
  })

  it.each([
    ['Out-of-court, informal', 'out-of-court-informal'],
    ['  Wedi’i gau  ', 'wedi-i-gau'],
    ['2nd look', 'nd-look'],
    ['…', ''],
  ])('%j is called %j', (label, id) => {
    expect(idOf(label)).toBe(id)
  })

  it.each([
    ['2027-01-01', '2027-01-01'],
    ['2027-02-29', null],
    ['1999-01-01', null],
    ['', null],
    [undefined, null],
    [['2027-01-01'], null],
  ])('the day %j is %j', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })
})

it.each(Object.entries(forces))(
  'the first edition of %s holds what the force says',
  (_id, { dispositions }) => {
    const first = firstEdition(dispositions, (id) => ({ label: id, hint: null })).map((one, at) => ({
      ...one,
      id: String(at),
      approved: true,
    }))
    expect(recordTypesOn('2026-11-21', 'report', first).map(({ disposition }) => disposition)).toEqual(
      dispositions.map(({ id }) => id),
    )
    expect(
      first.filter(({ subjectData }) => subjectData === 'ask').map(({ disposition }) => disposition),
    ).toEqual(['behaviour-or-intelligence'])
  },
)

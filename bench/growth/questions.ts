import type { Actor } from '@/lib/domain/policy'
import { countWork } from '@/lib/queries/count-work'
import { exposureBandOf, exposureBandsOf, ownExposure } from '@/lib/queries/exposure-of'
import { openEscalations } from '@/lib/queries/list-escalations'
import { listOffers } from '@/lib/queries/list-offers'
import { listQueue } from '@/lib/queries/list-queue'
import { loadRota } from '@/lib/queries/load-rota'
import { searchCases } from '@/lib/queries/search-cases'
import { lateOfEach, ownPromises, recentAttempts } from '@/lib/queries/work-of-people'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { figuresAsked, fileAsked, reportAsked } from './figures-asked'

/** Who asks, and of which district. */
export interface People {
  readonly supervisor: Actor
  readonly officer: Actor
  readonly district: string
}

/** What somebody looks at: what is called so reads all that the page of the product does. */
export interface Question {
  readonly name: string
  readonly ask: (people: People) => Promise<unknown>
}

const queueOf = (actor: Actor, filters: QueueFilters) =>
  Promise.all([listQueue(actor, filters), loadRota(actor), listOffers(actor), openEscalations(actor)])

/** The queue, and ways to what is in it. */
export const ofQueue: readonly Question[] = [
  { name: 'first page, supervisor', ask: ({ supervisor }) => queueOf(supervisor, { page: 1 }) },
  { name: 'third page', ask: ({ supervisor }) => queueOf(supervisor, { page: 3 }) },
  { name: 'one district', ask: ({ supervisor, district }) => queueOf(supervisor, { district, page: 1 }) },
  {
    name: 'one strand, high risk',
    ask: ({ supervisor }) => queueOf(supervisor, { strand: 'race', risk: 'high', page: 1 }),
  },
  { name: 'those that are late', ask: ({ supervisor }) => queueOf(supervisor, { set: 'late', page: 1 }) },
  { name: 'part of a name', ask: ({ supervisor }) => queueOf(supervisor, { find: 'Okafor', page: 1 }) },
  { name: 'first page, officer', ask: ({ officer }) => queueOf(officer, { page: 1 }) },
  { name: 'an officer’s own', ask: ({ officer }) => queueOf(officer, { holder: 'mine', page: 1 }) },
  { name: 'closed cases', ask: ({ supervisor }) => queueOf(supervisor, { status: 'closed', page: 1 }) },
  {
    name: 'closed cases, one district',
    ask: ({ supervisor, district }) => queueOf(supervisor, { status: 'closed', district, page: 1 }),
  },
  {
    name: 'search by telephone',
    ask: ({ supervisor }) => searchCases(supervisor, { kind: 'telephone', text: '07700900123' }),
  },
]

/** Every page of insight and of figures. */
export const ofDashboards: readonly Question[] = [
  {
    name: 'how the desk stands',
    ask: async ({ supervisor, officer }) => {
      await Promise.all([
        countWork(supervisor),
        loadRota(supervisor),
        lateOfEach(supervisor),
        recentAttempts(supervisor),
      ])
      await exposureBandsOf(supervisor, [officer.id])
    },
  },
  { name: 'quality watch', ask: ({ supervisor }) => countWork(supervisor) },
  {
    name: 'against the rules, as a list',
    ask: ({ supervisor }) => queueOf(supervisor, { set: 'against-rules', page: 1 }),
  },
  {
    name: 'an officer’s own work',
    ask: ({ officer }) =>
      Promise.all([
        countWork(officer, 'mine'),
        ownPromises(officer),
        ownExposure(officer),
        exposureBandOf(officer, officer.id),
      ]),
  },
  { name: 'danger, as a list', ask: ({ supervisor }) => queueOf(supervisor, { set: 'danger', page: 1 }) },
  {
    name: 'cases of a month',
    ask: ({ supervisor }) => queueOf(supervisor, { from: '2026-06', until: '2026-06', page: 1 }),
  },
  {
    name: 'cases of ten years, one district',
    ask: ({ supervisor, district }) =>
      queueOf(supervisor, { district, from: '2017-04', until: '2026-03', page: 1 }),
  },
  {
    name: 'promises of a year not kept',
    ask: ({ supervisor }) =>
      queueOf(supervisor, { of: 'promised', outcome: 'late', from: '2025-04', until: '2026-03', page: 1 }),
  },
  {
    name: 'endings of a year',
    ask: ({ supervisor }) =>
      queueOf(supervisor, {
        ...{ of: 'closed', disposition: 'malicious', from: '2025-04', until: '2026-03', page: 1 },
      }),
  },
  { name: 'figures, this year', ask: ({ supervisor }) => figuresAsked(supervisor, {}) },
  {
    name: 'figures, one district',
    ask: ({ supervisor, district }) => figuresAsked(supervisor, { district }),
  },
  {
    name: 'figures, district and strand',
    ask: ({ supervisor, district }) => figuresAsked(supervisor, { district, strand: 'race' }),
  },
  { name: 'figures, ten years', ask: ({ supervisor }) => figuresAsked(supervisor, { from: '2017-04' }) },
  { name: 'figures as CSV', ask: ({ supervisor }) => fileAsked(supervisor, {}, 'csv') },
  { name: 'figures as ODS', ask: ({ supervisor }) => fileAsked(supervisor, {}, 'ods') },
  { name: 'the monthly report', ask: ({ supervisor }) => reportAsked(supervisor) },
]

import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import type { FrozenMonth } from '@/lib/domain/figures/frozen-year'
import type { ReceivedMonth } from '@/lib/domain/figures/opening'
import { measures } from '@/lib/domain/figures/measures'
import type { By } from '@/lib/domain/figures/measures'
import type { PublishedRow } from '@/lib/domain/figures/rows'
import { planText } from './plan-text'

/** How far figures are, as months (`YYYY-MM`): none where nothing is. */
export interface FigureState {
  /** The first in which anything is counted. */
  readonly first: string | null
  readonly frozen: string | null
  readonly published: string | null
}

const frozenMonths = z.array(
  z.object({
    measure: z.enum(measures),
    month: z.string(),
    minimum: z.number(),
    cells: z.array(z.string()),
    tallies: z.array(z.object({ by: z.custom<By>(), a: z.string(), b: z.string(), count: z.number() })),
  }),
)

const dayOf = (month: string) => `${month}-01`

/** How far figures are. For the job, with nobody signed in, as is everything here. */
export async function figureState(): Promise<FigureState> {
  const [row] = await deskDb().$queryRaw<FigureState[]>`
    SELECT to_char(first, 'YYYY-MM') AS first, to_char(frozen, 'YYYY-MM') AS frozen, to_char(published, 'YYYY-MM') AS published
      FROM figure_state()`
  return row ?? { first: null, frozen: null, published: null }
}

/** Freezes months as they are by now. They follow each other, and those that are frozen. */
export async function freezeFigures(months: readonly string[]): Promise<void> {
  const { minimum } = currentForce().statistics
  await deskDb().$executeRaw`
    SELECT freeze_figures(${planText()}::jsonb, ${months.map(dayOf)}::date[], ${minimum}::integer, ${now()}::timestamptz)`
}

/** The exact counts of frozen months, from one to another. */
export async function frozenFigures(from: string, until: string): Promise<readonly FrozenMonth[]> {
  return frozenMonths.parse(
    await deskDb().$queryRaw`
      SELECT measure, to_char(month, 'YYYY-MM') AS month, minimum, cells, tallies
        FROM frozen_figures(${dayOf(from)}::date, ${dayOf(until)}::date)`,
  )
}

/** How many came in each frozen month, in their order, and from where on anything is told. */
export async function receivedByMonth(): Promise<readonly ReceivedMonth[]> {
  return deskDb().$queryRaw<ReceivedMonth[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, count, minimum, to_char(told_from, 'YYYY-MM') AS "toldFrom" FROM frozen_received()`
}

/** Publishes what the rules say of frozen months. What is published already stays as it is. Gives how many rows are new. */
export async function publishFigures(
  from: string,
  until: string,
  told: readonly PublishedRow[],
): Promise<number> {
  const rows = told.map(({ first, last, ...row }) => ({
    ...row,
    ...{ first_month: dayOf(first), last_month: dayOf(last) },
  }))
  const [row] = await deskDb().$queryRaw<{ added: number }[]>`
    SELECT publish_figures(${dayOf(from)}::date, ${dayOf(until)}::date, ${JSON.stringify(rows)}::jsonb, ${now()}::timestamptz) AS added`
  return row?.added ?? 0
}

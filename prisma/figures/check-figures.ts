import 'server-only'
import { refreshFigures } from '@/lib/commands/figures/count-figures'
import { planText } from '@/lib/commands/figures/plan-text'
import { ownerDb } from '@/lib/db/owner'
import { misprinted } from './misprinted'

/** A number that is kept and is not what counting gives. */
export interface Difference {
  readonly measure: string
  readonly month: string
  readonly by: string
  readonly a: string
  readonly b: string
  readonly kept: number
  readonly counted: number
}

export interface Checked {
  /** Months of a measure. */
  readonly months: number
  readonly wrong: readonly Difference[]
  /** Of months that are frozen: what was corrected since, which is not shown. */
  readonly corrected: readonly Difference[]
  /** Rows that are published and are not what the rules say of the frozen months, or are missing. */
  readonly misprinted: number
}

const atOnce = 50
/** So many months of a measure before it is said how far it is. */
const step = 100

/**
 * Counts everything once more and compares it with what is kept, while cases come in. `progress` is told how many months of a measure are done, and
 * of how many.
 */
export async function checkFigures(progress: (done: number, all: number) => void): Promise<Checked> {
  await countWaiting()
  const months = await ownerDb().$queryRaw<readonly MonthToCheck[]>`
    SELECT measure, to_char(month, 'YYYY-MM') AS month, frozen FROM figures_to_check(${planText()}::jsonb)`
  const found: { wrong: Difference[]; corrected: Difference[] } = { wrong: [], corrected: [] }
  for (const [at, one] of months.entries()) {
    const { measure, month } = one
    const rows = await differencesOf(one)
    found[one.frozen ? 'corrected' : 'wrong'].push(...rows.map((row) => ({ measure, month, ...row })))
    if ((at + 1) % step === 0) progress(at + 1, months.length)
  }
  return { months: months.length, ...found, misprinted: await misprinted() }
}

interface MonthToCheck {
  readonly measure: string
  readonly month: string
  readonly frozen: boolean
}

type Differing = Omit<Difference, 'measure' | 'month'>

/** What only waits to be counted is nothing wrong. */
async function countWaiting(): Promise<void> {
  while ((await refreshFigures(atOnce)).waiting > 0);
}

/**
 * Where one month differs. What waits to be counted, what is kept and a full count are of one moment, because one statement reads them: where
 * something came in since the month was counted last it is counted, and compared then.
 */
async function differencesOf({ measure, month }: MonthToCheck): Promise<readonly Differing[]> {
  const first = `${month}-01`
  const plan = planText()
  for (;;) {
    const rows = await ownerDb().$queryRaw<readonly (Differing & { readonly waits: boolean })[]>`
      SELECT w.waits, d.by, d.a, d.b, d.kept, d.counted FROM (SELECT
        EXISTS (SELECT FROM figure_month m
          WHERE (m.force, m.measure, m.month) = (desk_force(), ${measure}, ${first}::date) AND m.dirty)
        OR EXISTS (SELECT FROM figure_touched t WHERE t.force = desk_force() AND t.measure = ${measure}
          AND date_trunc('month', t.at AT TIME ZONE (${plan}::jsonb->>'zone'))::date = ${first}::date) AS waits) w
      LEFT JOIN LATERAL (SELECT * FROM check_figures(${plan}::jsonb, ${measure}, ${first}::date) WHERE NOT w.waits) d ON true
      WHERE w.waits OR d.by IS NOT NULL`
    if (!rows.some(({ waits }) => waits))
      return rows.map(({ by, a, b, kept, counted }) => ({ by, a, b, kept, counted }))
    await countWaiting()
  }
}

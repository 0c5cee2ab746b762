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

/** Counts everything once more and compares it with what is kept. `progress` is told how many months of a measure are done, and of how many. */
export async function checkFigures(progress: (done: number, all: number) => void): Promise<Checked> {
  // What only waits to be counted is nothing wrong.
  while ((await refreshFigures(atOnce)).waiting > 0);
  const plan = planText()
  const months = await ownerDb().$queryRaw<{ measure: string; month: string; frozen: boolean }[]>`
    SELECT measure, to_char(month, 'YYYY-MM') AS month, frozen FROM figures_to_check(${plan}::jsonb)`
  const found: { wrong: Difference[]; corrected: Difference[] } = { wrong: [], corrected: [] }
  for (const [at, { measure, month, frozen }] of months.entries()) {
    const rows = await ownerDb().$queryRaw<Omit<Difference, 'measure' | 'month'>[]>`
      SELECT by, a, b, kept, counted FROM check_figures(${plan}::jsonb, ${measure}, ${`${month}-01`}::date)`
    found[frozen ? 'corrected' : 'wrong'].push(...rows.map((row) => ({ measure, month, ...row })))
    if ((at + 1) % step === 0) progress(at + 1, months.length)
  }
  return { months: months.length, ...found, misprinted: await misprinted() }
}

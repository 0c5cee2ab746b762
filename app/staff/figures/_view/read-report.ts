import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { readQuestion } from '@/lib/domain/figures/question'
import type { QuestionProblem } from '@/lib/domain/figures/question'
import { monthOf, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import type { Actor } from '@/lib/domain/policy'
import { answerEach } from '@/lib/queries/answer-figures'
import { lastPublished } from '@/lib/queries/published-figures'
import type { Query } from './read-figures'

type Tables = ReadonlyMap<FigureTableId, FigureTable>

/** A report, or why there is none of what was typed. `begins`: the first month of the statistics year the month is in. */
type ReadReport =
  | {
      readonly ok: true
      readonly month: string
      readonly begins: string
      readonly ofMonth: Tables
      readonly ofYear: Tables
    }
  | {
      readonly ok: false
      readonly problem: QuestionProblem | 'not-yet' | 'before-figures'
      readonly typed: string
    }

/** What an address asks of the report; without a month it is the last that was published. Null: nothing is published yet. */
export async function readReport(
  actor: Actor,
  { month: typed }: Query,
): Promise<{ readonly read: ReadReport; readonly last: string } | null> {
  const published = await lastPublished(actor)
  if (published === null) return null
  const force = currentForce()
  const last = published.month
  const usual = { from: last, to: last }
  const asked = readQuestion({ from: typed, to: typed }, { force, thisMonth: monthOf(now(), force), usual })
  if (!asked.ok) {
    const [{ code } = { code: 'no-month' as const }] = asked.problems
    return { read: { ok: false, problem: code, typed: asked.typed.from ?? '' }, last }
  }
  const month = asked.question.from
  const problem = month > last ? 'not-yet' : month < published.first ? 'before-figures' : null
  if (problem !== null) return { read: { ok: false, problem, typed: month }, last }
  return { read: await reportOf(actor, month), last }
}

async function reportOf(actor: Actor, month: string): Promise<ReadReport> {
  const { statistics } = currentForce()
  const [begins = month] = monthsOfYear(yearOf(month, statistics), statistics)
  const asked = [month, begins].map((from) => ({ from, to: month, filters: [] }))
  const [ofMonth = new Map(), ofYear = new Map()] = await answerEach(actor, asked)
  return { ok: true, month, begins, ofMonth, ofYear }
}

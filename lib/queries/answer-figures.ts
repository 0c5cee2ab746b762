import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { firstMonthOf } from '@/lib/domain/figures/question-months'
import { figureTable, figureTables, measureOf, rowsFor } from '@/lib/domain/figures/tables'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import type { Question } from '@/lib/domain/figures/question'
import { yearOf } from '@/lib/domain/figures/statistics-year'
import { toldFigures } from '@/lib/domain/figures/told-figures'
import type { Actor } from '@/lib/domain/policy'
import { lastPublished, publishedFigures } from './published-figures'

type Tables = ReadonlyMap<FigureTableId, FigureTable>

/** The tables that answer a question, beside the same months a year before and the months just before. What pages, print and files have of figures is these. */
export async function answerFigures(actor: Actor, question: Question): Promise<Tables> {
  const [tables = new Map()] = await answerEach(actor, [question])
  return tables
}

/** The same of several questions, in their order: what is published is read once for all of them. */
export async function answerEach(actor: Actor, questions: readonly Question[]): Promise<readonly Tables[]> {
  const force = currentForce()
  const wanted = questions.flatMap(({ filters }) =>
    figureTables.map((id) => ({ measure: measureOf(id), by: rowsFor(id, filters, force) })),
  )
  const needed = questions.map((question) => ({
    question,
    first: yearOf(firstMonthOf(question), force.statistics),
    last: yearOf(question.to, force.statistics),
  }))
  const years = [
    Math.min(...needed.map(({ first }) => first)),
    Math.max(...needed.map(({ last }) => last)),
  ] as const
  const [rows, published] = await Promise.all([publishedFigures(actor, years, wanted), lastPublished(actor)])
  return needed.map(({ question, first, last }) => {
    const own = rows.filter(({ year }) => year >= first && year <= last)
    const told = toldFigures(own, force.statistics, published?.first)
    return new Map(figureTables.map((id) => [id, figureTable(id, question, told, force)]))
  })
}

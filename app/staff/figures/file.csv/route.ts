import { csvOf } from '@/lib/adapters/csv'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { fileAnswer } from '@/app/_form/file-answer'
import { answerFigures } from '@/lib/queries/answer-figures'
import { deskClockFor } from '../../_desk/clock'
import { figureColumns, figureRows } from '../_view/figure-rows'
import { figureWords } from '../_view/force-words'
import { readFigures } from '../_view/read-figures'

/** The cells of the page of figures as a file. What cannot be answered leads back to the page, which says why. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireEntrance('figures')
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const found = await readFigures(actor, query)
  if (found?.read.ok !== true) {
    const back = searchParams.toString()
    return new Response(null, { status: 303, headers: { Location: staffPaths.figuresAsked(back) } })
  }
  const { question } = found.read
  const clock = await deskClockFor(actor)
  const rows = figureRows(await answerFigures(actor, question), question, figureWords(clock.t, question.to), {
    minimum: currentForce().statistics.minimum,
    last: found.last,
  })
  const columns = figureColumns.map((column) => clock.t(`figures.column.${column}`))
  const name = `figures-${question.from}-${question.to}.csv`
  return fileAnswer(csvOf(rows.map(renamed), columns), 'text/csv; charset=utf-8', name)

  function renamed(row: object): object {
    const cells = new Map(Object.entries(row))
    return Object.fromEntries(
      figureColumns.map((column, at) => [columns[at] ?? column, cells.get(column) ?? '']),
    )
  }
}

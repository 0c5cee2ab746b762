import 'server-only'
import { fileAnswer } from '@/app/_form/file-answer'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { answerReturn } from '@/lib/queries/answer-return'
import { deskClockFor } from '../../../_desk/clock'
import { fileForms } from '../../_view/file-forms'
import type { FileForm } from '../../_view/file-forms'
import { figureWords } from '../../_view/force-words'
import { madeUpWords } from '../../_view/made-up-words'
import { readYear } from './read-year'
import { lastMonthOf, returnColumns, rowWords, saidYear, whyOf } from './return-words'

/** The same table as a file. A year that there is not leads back to the page, which says so. */
export async function giveReturn(request: Request, format: FileForm): Promise<Response> {
  const actor = await requireEntrance('figures')
  const typed = new URL(request.url).searchParams.get('year') ?? ''
  const year = (await readYear(actor, typed))?.year ?? null
  if (year === null) {
    const Location = staffPaths.figuresReturn(typed)
    return new Response(null, { status: 303, headers: { Location } })
  }
  const { t } = await deskClockFor(actor)
  const answered = await answerReturn(actor, year)
  const rows = answered.map((row) => [
    rowWords(row, t),
    ...row.cells.map((cell) => (cell.shown ? cell.count : t('figures.hidden'))),
  ])
  const { year: months } = figureWords(t, lastMonthOf(year))
  const under = currentForce().statistics.minimum - 1
  const made = [
    ...madeUpWords(t),
    saidYear(year, t),
    t('figures.return.lead'),
    ...whyOf(answered, months, t),
    t('figures.safeText', { under, ...months }),
  ]
  const file = { headings: returnColumns(t), rows, made }
  const { type, body } = fileForms[format]
  return fileAnswer(body(file, t), type, `return-${String(year)}.${format}`)
}

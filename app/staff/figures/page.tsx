import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { writeQuestion } from '@/lib/domain/figures/question'
import { deskClockFor } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { FigureAnswer } from './_view/figure-answer'
import { filterChoices } from './_view/filter-choices'
import { narrowedWords } from './_view/filter-words'
import { FigureFilters } from './_view/figure-filters'
import { MadeUp } from './_view/made-up'
import { figureWords } from './_view/force-words'
import { saidMonth } from './_view/figure-words'
import { readFigures } from './_view/read-figures'
import type { Query } from './_view/read-figures'

interface Props {
  readonly searchParams: Promise<Query>
}

/** Figures about all cases: what is rising, where, how people come, what becomes of it, and whether promises are kept. */
export default async function FiguresPage({ searchParams }: Props) {
  const actor = await requireEntrance('figures')
  const [query, clock] = await Promise.all([searchParams, deskClockFor(actor)])
  const { t } = clock
  const found = await readFigures(actor, query)
  if (found === null)
    return (
      <DeskPage actor={actor} here="figures" title={t('figures.title')}>
        <div className="grid max-w-[72rem] gap-4 px-4 py-4 md:px-6">
          <h1 className="text-xl">{t('figures.title')}</h1>
          <p>{t('figures.none')}</p>
        </div>
      </DeskPage>
    )
  const { read, first, last } = found
  const asked = read.ok ? Object.fromEntries(new URLSearchParams(writeQuestion(read.question))) : read.typed
  const problems = new Map(
    read.ok ? [] : read.problems.map(({ field, code }) => [field, t(`figures.problem.${code}`)]),
  )
  const words = figureWords(t, read.ok ? read.question.to : last)
  const force = currentForce()
  return (
    <DeskPage actor={actor} here="figures" title={t('figures.title')} problem={!read.ok}>
      <div className="grid max-w-[72rem] gap-4 px-4 py-4 md:px-6">
        {read.ok ? null : (
          <ErrorSummary
            title={t('figures.problem.title')}
            items={[...problems].map(([field, message]) => ({ target: `figure-${field}`, message }))}
            attempt={1}
          />
        )}
        <h1 className="text-xl">{t('figures.title')}</h1>
        <div className="grid max-w-[46rem] gap-1 text-ink-soft">
          <p>{t('figures.lead')}</p>
          <p>{t('figures.asOf', { month: saidMonth(last, words.speech) })}</p>
        </div>
        <MadeUp t={t} />
        <FigureFilters
          typed={asked}
          problems={problems}
          choices={filterChoices(asked, problems.keys(), words)}
          t={t}
        />
        <details className="max-w-[46rem]">
          <summary className="w-fit cursor-pointer text-brand">{t('figures.safe')}</summary>
          <p className="mt-1">
            {t('figures.safeText', { under: force.statistics.minimum - 1, ...words.year })}
          </p>
        </details>
        {read.ok ? (
          <FigureAnswer
            actor={actor}
            question={read.question}
            said={narrowedWords(asked, words)}
            published={{ first, last }}
            words={words}
          />
        ) : null}
      </div>
    </DeskPage>
  )
}

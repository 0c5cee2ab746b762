import { staffPaths } from '@/lib/config/paths'
import { within, writeQuestion } from '@/lib/domain/figures/question'
import type { Question } from '@/lib/domain/figures/question'
import { saidMonth, saidPeriod } from './figure-words'
import type { FigureWords } from './figure-words'

interface Props {
  readonly question: Question
  /** The first and last month that is published. */
  readonly published: { readonly first: string; readonly last: string }
  readonly words: FigureWords
}

/** Where months are asked for that are not published: which are, and the way to the same question about those. */
export function Beyond({ question, published: { first, last }, words: { speech } }: Props) {
  if (question.from >= first && question.to <= last) return null
  const told = within(question, first, last)
  const [begin, end] = [saidMonth(first, speech), saidMonth(last, speech)]
  return (
    <div className="grid max-w-[46rem] gap-1">
      <p>{speech.t('figures.beyond.said', { first: begin, last: end })}</p>
      {told === null ? null : (
        <a href={staffPaths.figuresAsked(writeQuestion(told))} className="w-fit print:hidden">
          {speech.t('figures.beyond.link', { period: saidPeriod([told.from, told.to], speech) })}
        </a>
      )}
    </div>
  )
}

import { currentForce } from '@/lib/config/current-force'
import { writeQuestion } from '@/lib/domain/figures/question'
import type { Question } from '@/lib/domain/figures/question'
import type { Actor } from '@/lib/domain/policy'
import { answerFigures } from '@/lib/queries/answer-figures'
import { Beyond } from './beyond'
import { casesLinks } from './cases-links'
import { FigureCharts } from './figure-page'
import type { FigureWords } from './figure-words'
import { waitWords } from './wait-words'

interface Props {
  readonly actor: Actor
  readonly question: Question
  /** What is asked, in words. */
  readonly said: string
  /** The first and last month that is published. */
  readonly published: { readonly first: string; readonly last: string }
  readonly words: FigureWords
}

/** What figures say to a question; to whoever may list cases, each number leads to those of them that they may see. */
export async function FigureAnswer({ actor, question, said, published, words }: Props) {
  const { t } = words.speech
  const tables = await answerFigures(actor, question)
  const links = casesLinks(actor, question)
  const all = tables.get('trend')
  const ofAll = all === undefined ? undefined : links?.ofAll(all)
  return (
    <>
      <div className="grid gap-1">
        <p className="font-semibold">{said}</p>
        <Beyond {...{ question, published, words }} />
        {links === null ? null : (
          <p className="max-w-[46rem] text-ink-soft print:hidden">{t('behind.lead')}</p>
        )}
        {ofAll === undefined ? null : (
          <a href={ofAll} className="w-fit print:hidden">
            {t('behind.all')}
          </a>
        )}
      </div>
      <FigureCharts
        tables={tables}
        words={words}
        tiles={new Map(currentForce().districts.map(({ id, tile }) => [id, tile]))}
        waits={waitWords(t, currentForce())}
        query={writeQuestion(question)}
        linkOf={links?.ofCell}
      />
    </>
  )
}

import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { shareWords, totalWords } from './figure-words'
import type { FigureWords } from './figure-words'

interface Props {
  readonly tables: ReadonlyMap<FigureTableId, FigureTable>
  readonly words: FigureWords
}

/** The month in three sentences: how many came, and whether promises and what was agreed were kept. */
export function ReportInShort({ tables, words }: Props) {
  const { speech } = words
  const { t } = speech
  const [came, promises, answers] = (['trend', 'promises', 'answers'] as const).map((id) => tables.get(id))
  const share = (table: FigureTable | undefined, value: string) =>
    (table === undefined ? '' : shareWords(table, value, speech)) || t('figures.report.untold')
  const lines = [
    ['came', came === undefined ? '' : totalWords(came, speech)],
    ['kept', share(promises, 'kept')],
    ['happened', share(answers, 'yes')],
  ] as const
  return (
    <section aria-labelledby="in-short">
      <h2 id="in-short" className="text-base font-semibold">
        {t('figures.report.inShort')}
      </h2>
      <dl className="mt-1 grid gap-1">
        {lines.map(([name, said]) => (
          <div key={name} className="grid sm:grid-cols-[14rem_1fr]">
            <dt>{t(`figures.report.${name}`)}</dt>
            <dd className="font-semibold">{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

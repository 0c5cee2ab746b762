import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { reasonWords, shareWords, totalWords } from './figure-words'
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
  const lines = [
    ['came', came === undefined ? '' : totalWords(came, speech)],
    ['kept', partWords(promises, 'kept', words)],
    ['happened', partWords(answers, 'yes', words)],
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

/** How many of all were of a value; where that is not told, how many there were at all, or why that is not told either. */
function partWords(table: FigureTable | undefined, value: string, words: FigureWords): string {
  if (table === undefined) return ''
  const { total, months } = table
  const { t } = words.speech
  if (!total.shown) return reasonWords([total], words)
  if (total.count === 0) return t('figures.nothing', { months })
  return shareWords(table, value, words.speech) || t('figures.report.ofAll', { count: total.count })
}

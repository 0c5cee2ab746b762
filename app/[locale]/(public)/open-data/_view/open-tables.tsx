import { openTables } from '@/lib/domain/figures/open-data'
import type { OpenData } from '@/lib/domain/figures/open-data'
import type { OpenWords } from './open-words'
import { PlainTable } from './plain-table'

interface Props {
  readonly data: OpenData
  readonly words: OpenWords
}

/** Each table of what the public is told: by place, reason and way for each year, and month by month. */
export function OpenTables({ data, words }: Props) {
  const { t, span, value, count } = words
  const years = data.years.map(span)
  return (
    <div className="grid gap-8 pt-6">
      {openTables.map((id) => (
        <PlainTable
          key={id}
          title={t(`openData.table.${id}`)}
          {...(id === 'strand' ? { note: t('openData.strandNote') } : {})}
          columns={[t(`openData.row.${id}`), ...years]}
          rows={[
            // Once is enough: the file has each number once too.
            ...(id === openTables[0] ? [[t('openData.all'), ...data.totals.map(count)]] : []),
            ...data.tables[id].map((line) => [value(id, line.value), ...line.answers.map(count)]),
          ]}
        />
      ))}
      <PlainTable
        title={t('openData.months')}
        columns={[t('openData.month'), t('openData.cases')]}
        rows={data.months.map((one) => [span(one), count(one.answer)])}
      />
    </div>
  )
}

import { staffPaths } from '@/lib/config/paths'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { Endings, Week } from './crossed-charts'
import type { FigureWords, LinkOf } from './figure-words'
import { Bars, Places, Trend, Waits } from './plain-charts'
import type { WaitWords } from './wait-words'

/** What needs more room than one place of two beside each other: both of them, or, where it is tall, as much as two below each other. */
const rooms = new Map<string, string>([
  ['trend', 'xl:col-span-2'],
  ['district', 'xl:row-span-2'],
  ['time', 'xl:row-span-2'],
  ['endings', 'xl:col-span-2'],
] satisfies readonly (readonly [FigureTableId, string])[])

interface Props {
  readonly tables: ReadonlyMap<FigureTableId, FigureTable>
  readonly words: FigureWords
  readonly tiles: ReadonlyMap<string, readonly [number, number] | undefined>
  readonly waits: WaitWords
  /** The question as a query, for the file of the same cells. */
  readonly query: string
  /** Where the cases behind a number are, for whoever may list cases. */
  readonly linkOf?: LinkOf | undefined
}

/** The charts that answer a question, each with its numbers. */
export function FigureCharts({ tables, words, tiles, waits, query, linkOf }: Props) {
  const { t } = words.speech
  const drawn = [...tables].map(([id, table]) => {
    const props = { table, words }
    const linked = { ...props, linkOf }
    switch (id) {
      case 'trend':
        return <Trend key={id} {...linked} />
      case 'district':
        return <Places key={id} {...linked} tiles={tiles} />
      case 'week':
        return <Week key={id} {...props} />
      case 'time':
        return <Waits key={id} {...props} waits={waits} />
      case 'endings':
        return <Endings key={id} {...linked} />
      case 'promises':
        return <Bars key={id} {...linked} share="kept" inOrder />
      case 'repeat':
      case 'answers':
        return <Bars key={id} {...props} share="yes" inOrder />
      default:
        return <Bars key={id} {...linked} />
    }
  })
  return (
    <>
      <div className="grid gap-5 xl:grid-cols-2 print:block">
        {drawn.map((chart) => (
          <div
            key={chart.key}
            className={`card min-w-0 break-inside-avoid print:mb-4 ${rooms.get(chart.key ?? '') ?? ''}`}
          >
            {chart}
          </div>
        ))}
      </div>
      <p className="print:hidden">
        <a href={staffPaths.figuresReport} className="me-3">
          {t('figures.report.open')}
        </a>
        <a href={staffPaths.figuresReturnOf}>{t('figures.return.link')}</a>
      </p>
      <p className="print:hidden">
        {t('figures.file.lead')}{' '}
        {(['csv', 'ods'] as const).map((format) => (
          <a key={format} href={staffPaths.figuresFile(format, query)} className="me-3">
            {t(`figures.file.${format}`)}
          </a>
        ))}
      </p>
    </>
  )
}

import type { ReactNode } from 'react'
import { currentForce } from '@/lib/config/current-force'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { saidMonth, saidPeriod } from './figure-words'
import type { FigureWords } from './figure-words'
import { MadeUp } from './made-up'
import { Places, Trend, Waits } from './plain-charts'
import { ReportInShort } from './report-in-short'
import { ReportTables } from './report-tables'
import { waitWords } from './wait-words'

type Tables = ReadonlyMap<FigureTableId, FigureTable>

interface Props {
  readonly month: string
  /** The first month of its statistics year. */
  readonly begins: string
  readonly ofMonth: Tables
  readonly ofYear: Tables
  /** The last month that is published. */
  readonly last: string
  readonly words: FigureWords
}

/** What goes on paper: the month in short, pictures and tables, and how the numbers were made. */
export function Report({ month, begins, ofMonth, ofYear, last, words }: Props) {
  const { speech } = words
  const { t } = speech
  const force = currentForce()
  const pictures = picturesOf(ofYear, words)
  const headings = {
    month: saidMonth(month, speech, 'short'),
    year: saidPeriod([begins, month], speech, 'short'),
  }
  return (
    <>
      <header className="grid gap-1">
        <p className="text-sm text-ink-soft">{force.name}</p>
        <h1 className="text-xl">{t('figures.report.heading', { month: saidMonth(month, speech) })}</h1>
        <p>{t('figures.lead')}</p>
      </header>
      <MadeUp t={t} />
      <ReportInShort tables={ofMonth} words={words} />
      {pictures.get('trend')}
      <ReportTables month={ofMonth} year={ofYear} {...{ headings, pictures, words }} />
      <footer className="grid gap-1 border-t border-line pt-3 text-sm">
        <h2 className="text-base font-semibold">{t('figures.column.made')}</h2>
        <p>{t('figures.asOf', { month: saidMonth(last, speech) })}</p>
        <p>{t('figures.safeText', { under: force.statistics.minimum - 1, ...words.year })}</p>
      </footer>
    </>
  )
}

/** Of the year so far: of one month they would show little. */
function picturesOf(year: Tables, words: FigureWords): ReadonlyMap<FigureTableId, ReactNode> {
  const tiles = new Map(currentForce().districts.map(({ id, tile }) => [id, tile]))
  const [trend, district, time] = (['trend', 'district', 'time'] as const).map((id) => year.get(id))
  return new Map<FigureTableId, ReactNode>([
    ...(trend === undefined ? [] : ([['trend', <Trend key="trend" table={trend} words={words} />]] as const)),
    ...(district === undefined
      ? []
      : ([['district', <Places key="district" table={district} words={words} tiles={tiles} />]] as const)),
    ...(time === undefined
      ? []
      : ([
          [
            'time',
            <Waits key="time" table={time} words={words} waits={waitWords(words.speech.t, currentForce())} />,
          ],
        ] as const)),
  ])
}

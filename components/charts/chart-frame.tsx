import type { ReactNode } from 'react'
import { ChartPatterns } from './chart-patterns'
import { ChartTable } from './chart-table'
import type { TableData } from './chart-table'
import type { ChartWords } from './chart-words'

interface Props {
  readonly words: ChartWords
  readonly table: TableData
  /** What the marks mean, where that must be said. */
  readonly legend?: ReactNode
  /** Whether what is in the picture is read and followed piece by piece, because it holds links. */
  readonly isGroup?: boolean
  /** Another picture of the same numbers, before their table. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

/**
 * A chart with its words and, behind it, its numbers as a table, which is open on paper. A picture without links is one
 * image to those who hear it: its title, its summary, and then the table.
 */
export function ChartFrame({ words, table, legend, isGroup = false, below, children }: Props) {
  const { id, title, summary, empty, note, level = 3, speech } = words
  const Title = `h${level}` as const
  return (
    <figure
      id={id}
      className="@container relative flex h-full flex-col [print-color-adjust:exact] print:block"
    >
      <figcaption className="mb-2.5 break-inside-avoid break-after-avoid">
        <Title id={`${id}-title`} className="text-base font-semibold">
          {title}
        </Title>
        {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      </figcaption>
      <p id={`${id}-summary`} className="sr-only">
        {summary}
      </p>
      <ChartPatterns id={id} />
      {table.rows.length === 0 ? (
        <p className="text-ink-soft">{empty ?? speech.t('charts.nothing')}</p>
      ) : (
        <>
          {legend}
          <div
            role={isGroup ? 'group' : 'img'}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-summary`}
            className="break-inside-avoid"
          >
            {children}
          </div>
          {below}
          <details className="mt-auto pt-2 print:details-content:[content-visibility:visible]">
            <summary className="w-fit cursor-pointer text-sm text-brand print:hidden">
              {speech.t('charts.numbers')}
              <span className="sr-only">: {title}</span>
            </summary>
            <ChartTable caption={title} {...table} />
          </details>
        </>
      )}
    </figure>
  )
}

import { SummaryList } from '@/components/ui/summary-list'
import type { SummaryRow } from '@/components/ui/summary-list'
import type { Row, Section } from '@/lib/journey/present'

interface Props {
  readonly sections: readonly Section[]
  /** Address of a step, and the word on the link to it; no links when absent. */
  readonly change?: Change
  /** Words over the questions left blank, which are then folded away section by section. */
  readonly blankWords?: (count: number) => string
}

interface Change {
  readonly word: string
  readonly hrefOf: (slug: string) => string
}

/** All answers in words, by section. */
export function AnswerSections({ sections, change, blankWords }: Props) {
  return sections.map(({ id, title, rows }) => {
    const isFolded = ({ blank }: Row) => blankWords !== undefined && blank === true
    const shown = rows.filter((row) => !isFolded(row))
    const folded = rows.filter(isFolded)
    return (
      <section key={id} className="mb-10">
        <h2 className="mb-3 text-lg">{title}</h2>
        {shown.length === 0 ? null : <SummaryList rows={shown.map((row) => summaryOf(row, change))} />}
        {folded.length === 0 ? null : (
          <details className="mt-2">
            <summary className="cursor-pointer py-2 text-ink-soft">{blankWords?.(folded.length)}</summary>
            <SummaryList rows={folded.map((row) => summaryOf(row, change))} />
          </details>
        )}
      </section>
    )
  })
}

function summaryOf(row: Row, change: Change | undefined): SummaryRow {
  return {
    id: row.questionId,
    label: row.label,
    value: row.blank === true ? <span className="text-ink-soft">{row.value}</span> : row.value,
    ...(change === undefined
      ? {}
      : { change: { href: change.hrefOf(row.stepSlug), word: change.word, about: row.label } }),
  }
}

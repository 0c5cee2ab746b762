import { SummaryList } from '@/components/ui/summary-list'
import type { Section } from '@/lib/journey/present'

interface Props {
  readonly sections: readonly Section[]
  /** Address of a step, and the word on the link to it; no links when absent. */
  readonly change?: { readonly word: string; readonly hrefOf: (slug: string) => string }
}

/** All answers in words, by section. */
export function AnswerSections({ sections, change }: Props) {
  return sections.map(({ id, title, rows }) => (
    <section key={id} className="mb-10">
      <h2 className="mb-3 text-lg">{title}</h2>
      <SummaryList
        rows={rows.map((row) => ({
          id: row.questionId,
          label: row.label,
          value: row.blank === true ? <span className="text-ink-soft">{row.value}</span> : row.value,
          ...(change === undefined
            ? {}
            : { change: { href: change.hrefOf(row.stepSlug), word: change.word, about: row.label } }),
        }))}
      />
    </section>
  ))
}

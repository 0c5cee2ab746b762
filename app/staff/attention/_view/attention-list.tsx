import { RiskMark } from '@/components/staff/risk-mark'
import { staffPaths } from '@/lib/config/paths'
import type { Risk } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { mostListed } from '@/lib/queries/list-attention'

interface Row {
  readonly id: string
  readonly reference: string
  readonly risk: Risk
  readonly words: string
}

interface Props {
  readonly title: string
  readonly none: string
  readonly rows: readonly Row[]
  readonly t: Translate
}

/** One list of cases that wait for a supervisor, each leading to its page. */
export function AttentionList({ title, none, rows, t }: Props) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      {rows.length === 0 ? <p className="text-ink-soft">{none}</p> : <AttentionRows rows={rows} t={t} />}
    </section>
  )
}

/** The rows alone. */
export function AttentionRows({ rows, t }: Pick<Props, 'rows' | 't'>) {
  return (
    <>
      <ul className="grid gap-2">
        {rows.slice(0, mostListed).map(({ id, reference, risk, words }) => (
          <li key={id} className="card flex flex-wrap items-baseline gap-x-4 gap-y-1" data-row={reference}>
            <span className="min-w-24">
              <RiskMark risk={risk} t={t} />
            </span>
            <a href={staffPaths.case(reference)} className="font-semibold whitespace-nowrap">
              {reference}
            </a>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {rows.length > mostListed ? (
        <p className="notice tone-warn mt-2 py-2">{t('casework.attention.more', { count: mostListed })}</p>
      ) : null}
    </>
  )
}

import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly patterns: readonly { readonly kind: string; readonly before: number; readonly since: number }[]
  readonly t: Translate
}

/** How often something of a case has come lately, in words and numbers; of the other cases nothing. */
export function PatternList({ patterns, t }: Props) {
  return (
    <ul className="bullets">
      {patterns.map(({ kind, before, since }) => (
        <li key={kind}>
          <b>{t(`work.pattern.${kind}`, { n: before + 1 })}</b>
          {since === 0 ? null : ` ${t('work.pattern.since', { count: since })}`}
        </li>
      ))}
    </ul>
  )
}

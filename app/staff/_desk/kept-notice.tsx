import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  /** What this person wrote in a form of this page that was not taken. */
  readonly kept: KeptAct | null
  readonly t: Translate
}

/** Says that a form is filled in as it was, and that nothing is done yet. */
export function KeptNotice({ query, kept, t }: Props) {
  if (kept === null || (query.kept !== 'ended' && query.kept !== 'confirmed')) return null
  const written = Object.values(kept.values).some((value) => value !== '')
  return (
    <div role="status" className="notice tone-warn mb-4">
      <p className="font-bold">{t(`accounts.kept.${query.kept}`)}</p>
      <p>{t(written ? 'accounts.kept.written' : 'accounts.kept.nothing')}</p>
    </div>
  )
}

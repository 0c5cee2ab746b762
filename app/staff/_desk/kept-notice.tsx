import { hasWords } from '@/app/staff/_http/kept-form'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { pressAgain } from './press-again'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  /** What this person wrote in a form of this page that was not taken. */
  readonly kept: KeptAct | null
  readonly t: Translate
}

/** Says that a form is filled in as it was, and what to press now: nothing is done yet. */
export function KeptNotice({ query, kept, t }: Props) {
  const form = query.form ?? kept?.form
  const isWritten = kept?.form === form && kept !== null && hasWords(kept.values)
  if (query.kept === 'confirmed')
    return (
      <div role="status" className="notice mb-4">
        <p className="font-bold">{`${t('accounts.kept.confirmed')} ${pressAgain(form, t)}`}</p>
        {isWritten ? <p>{t('accounts.kept.chosen')}</p> : null}
      </div>
    )
  if (kept === null || query.kept !== 'ended') return null
  return (
    <div role="status" className="notice tone-warn mb-4">
      <p className="font-bold">{t('accounts.kept.ended')}</p>
      <p>{t(isWritten ? 'accounts.kept.written' : 'accounts.kept.nothing')}</p>
    </div>
  )
}

import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly action: string
  readonly actorId: string
  readonly referral: string
  /** The service's name. */
  readonly service: string
  /** What was written when the form was not taken. */
  readonly typed: string | undefined
  /** A letter was made: it may be said that it was sent. */
  readonly hasLetter: boolean
  readonly t: Translate
}

/** Tells one service, by telephone or by a letter, or keeps that it is told no more. Each button says which service it is about. */
export function TellForm({ action, actorId, referral, service, typed, hasLetter, t }: Props) {
  const field = `words-${referral}`
  const button = (key: 'telephone' | 'letter' | 'sent' | 'end') => (
    <Button
      look={key === (hasLetter ? 'sent' : 'letter') ? 'main' : 'quiet'}
      name="way"
      value={key}
      aria-label={t(`waysOut.refer.of.${key}`, { service })}
    >
      {t(`waysOut.refer.tell.${key}`)}
    </Button>
  )
  return (
    <form method="post" action={action} className="mt-3 grid gap-3">
      <input type="hidden" name="shown-to" value={actorId} />
      <input type="hidden" name="referral" value={referral} />
      <div>
        <label className="label" htmlFor={field}>
          {t('waysOut.refer.who')}
        </label>
        <p id={`${field}-hint`} className="mb-1 text-sm text-ink-soft">
          {t('waysOut.refer.whoHint')}
        </p>
        <textarea
          id={field}
          name="words"
          rows={2}
          required
          defaultValue={typed}
          autoComplete="off"
          aria-describedby={`${field}-hint`}
          className="input"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        {hasLetter ? button('sent') : null}
        {button('letter')}
        {button('telephone')}
        {button('end')}
      </div>
    </form>
  )
}

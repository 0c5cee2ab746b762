import { Button } from '@/components/ui/button'
import type { SupportService } from '@/lib/domain/force'
import { consentGivers, consentWays } from '@/lib/domain/ways-out/support'
import type { Translate } from '@/lib/i18n/translate'
import { Choice } from './choice'

interface Props {
  readonly action: string
  readonly actorId: string
  readonly services: readonly SupportService[]
  readonly today: string
  /** What was written when the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Translate
}

/** That somebody agreed that one service is told of them: which, how, when and by whom, and whether what happened may be told too. */
export function ConsentForm({ action, actorId, services, today, typed, t }: Props) {
  return (
    <form method="post" action={action} className="card grid max-w-3xl gap-4" aria-labelledby="consent-title">
      <h2 id="consent-title" className="card-title">
        {t('waysOut.refer.agree')}
      </h2>
      <input type="hidden" name="shown-to" value={actorId} />
      <div>
        <label className="label" htmlFor="service">
          {t('waysOut.refer.service')}
        </label>
        <select id="service" name="service" required defaultValue={typed.service ?? ''} className="input">
          <option value="">{t('waysOut.refer.choose')}</option>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Choice name="way" values={consentWays} typed={typed.way} t={t} />
      <Choice name="by" values={consentGivers} typed={typed.by} t={t} />
      <div>
        <label className="label" htmlFor="on">
          {t('waysOut.refer.on')}
        </label>
        <input
          id="on"
          name="on"
          type="date"
          required
          max={today}
          defaultValue={typed.on ?? today}
          className="input w-52"
        />
      </div>
      <label className="flex cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          name="account"
          value="yes"
          defaultChecked={typed.account === 'yes'}
          className="tick"
        />
        {t('waysOut.refer.account')}
      </label>
      <div>
        <label className="label" htmlFor="words">
          {t('waysOut.refer.words')}
        </label>
        <p id="words-hint" className="mb-1 text-sm text-ink-soft">
          {t('waysOut.refer.wordsHint')}
        </p>
        <textarea
          id="words"
          name="words"
          rows={3}
          required
          defaultValue={typed.words}
          autoComplete="off"
          aria-describedby="words-hint"
          className="input"
        />
      </div>
      <div>
        <Button>{t('waysOut.refer.keep')}</Button>
      </div>
    </form>
  )
}

import { longestCourt } from '@/lib/domain/export-recipient'
import type { ExportReason } from '@/lib/domain/subject-access'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly reason: ExportReason
  readonly forces: readonly { readonly id: string; readonly name: string }[]
  /** What was chosen or typed when the form was not taken. */
  readonly typed: string | undefined
  readonly t: Translate
}

/** To which court or force it is given. Nothing is asked where it is the person themselves. */
export function RecipientField({ reason, forces, typed, t }: Props) {
  if (reason === 'subject-access') return null
  return (
    <div className="card">
      <label className="label" htmlFor="recipient">
        {t(`exporting.recipient.${reason}`)}
      </label>
      {reason === 'court' ? (
        <>
          <p id="recipient-hint" className="mb-1 text-sm text-ink-soft">
            {t('exporting.recipient.courtHint')}
          </p>
          <input
            id="recipient"
            name="recipient"
            required
            maxLength={longestCourt}
            defaultValue={typed}
            autoComplete="off"
            aria-describedby="recipient-hint"
            className="input"
          />
        </>
      ) : (
        <select id="recipient" name="recipient" required defaultValue={typed ?? ''} className="input">
          <option value="">{t('exporting.recipient.choose')}</option>
          {forces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

import { identityFor } from '@/lib/domain/export-recipient'
import type { ExportReason } from '@/lib/domain/subject-access'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly reason: ExportReason
  readonly chosen: boolean
  readonly t: Translate
}

/** Whether what the person told about who they are is given too; that it is not, where it goes to another force. */
export function IdentityTick({ reason, chosen, t }: Props) {
  if (identityFor(reason) === null)
    return <p className="card text-ink-soft">{t('exporting.identityNever')}</p>
  return (
    <div className="card">
      <label className="flex cursor-pointer items-start gap-2">
        <input
          type="checkbox"
          name="identity"
          value="yes"
          defaultChecked={chosen}
          aria-describedby="identity-more"
          className="tick"
        />
        {t('exporting.identity')}
      </label>
      <p id="identity-more" className="mt-1 text-sm text-ink-soft">
        {t(`exporting.identityMore.${reason}`)}
      </p>
    </div>
  )
}

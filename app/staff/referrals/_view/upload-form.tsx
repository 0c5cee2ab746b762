import { SelectField } from '@/components/staff/act-fields'
import { FieldNotes } from '@/components/staff/field-notes'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { ReferralSource } from '@/lib/domain/referral'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly sources: readonly ReferralSource[]
  /** Whom the file was said to be from before the form was not taken. */
  readonly chosen: string | undefined
  readonly actorId: string
  readonly t: Translate
}

/** Sends a file to be read. */
export function UploadForm({ sources, chosen, actorId, t }: Props) {
  return (
    <form
      method="post"
      action={staffPaths.referralRead}
      encType="multipart/form-data"
      className="card grid max-w-xl gap-4"
    >
      <h2 className="text-lg">{t('referral.file.read')}</h2>
      <input type="hidden" name="shown-to" value={actorId} />
      <SelectField
        id="referral-sender"
        name="sender"
        label={t('referral.file.sender')}
        any={t('referral.senders.chooseChannel')}
        options={sources.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
      />
      <div>
        <label className="label" htmlFor="referral-file">
          {t('referral.file.file')}
        </label>
        <FieldNotes id="referral-file" hint={t('referral.file.hint')} prefix={t('signIn.errorPrefix')} />
        <input
          id="referral-file"
          name="file"
          type="file"
          required
          accept="application/json,.json"
          className="input"
          aria-describedby="referral-file-hint"
        />
      </div>
      <div>
        <Button look="quiet">{t('referral.file.show')}</Button>
      </div>
    </form>
  )
}

import { SelectField } from '@/components/staff/act-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestName } from '@/lib/domain/account'
import { referralChannels } from '@/lib/domain/referral'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What was typed before the form was not taken. */
  readonly kept: KeptAct['values'] | undefined
  readonly t: Translate
}

/** Adds somebody who may send referrals. */
export function AddSender({ kept, t }: Props) {
  const typed = kept?.act === 'add' ? kept : {}
  return (
    <section className="card content-start self-start max-xl:row-start-1" aria-labelledby="new-sender">
      <h2 id="new-sender" className="mb-2 text-lg">
        {t('referral.senders.new')}
      </h2>
      <form method="post" action={staffPaths.sendersChange} className="grid gap-3">
        <input type="hidden" name="act" value="add" />
        <div>
          <label className="label" htmlFor="sender-name">
            {t('referral.senders.name')}
          </label>
          <input
            id="sender-name"
            name="name"
            autoComplete="off"
            maxLength={longestName}
            required
            defaultValue={typed.name}
            className="input"
          />
        </div>
        <SelectField
          id="sender-channel"
          name="channel"
          label={t('referral.senders.channel')}
          any={t('referral.senders.chooseChannel')}
          options={referralChannels.map((value) => ({
            value,
            label: t(`referral.senders.channels.${value}`),
          }))}
          value={typed.channel}
        />
        <div>
          <Button>{t('referral.senders.add')}</Button>
        </div>
      </form>
    </section>
  )
}

import type { ReactNode } from 'react'
import { SelectField } from '@/components/staff/act-fields'
import { SnoozeFields } from '@/components/staff/queue/snooze-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { mostTicked } from '@/lib/domain/own-queue/several'
import type { SeveralAct } from '@/lib/domain/own-queue/several'
import type { Translate } from '@/lib/i18n/translate'

/** The form that the tick boxes of the rows belong to. */
export const severalFormId = 'several'

interface Props {
  readonly acts: readonly SeveralAct[]
  /** Whom a case can be assigned to, by name. */
  readonly officers: readonly { readonly accountId: string; readonly name: string }[]
  readonly actorId: string
  /** Query of the queue as it is shown, to come back to. */
  readonly back: string
  /** The list is of what was put off. */
  readonly isPutOff: boolean
  /** What was chosen before the form was refused. */
  readonly kept: Readonly<Record<string, string>> | null
  readonly t: Translate
}

/** What can be done to every ticked case at once. */
export function SeveralForm({ acts, officers, actorId, back, isPutOff, kept, t }: Props) {
  const shown = acts.filter((act) => (isPutOff ? act !== 'snooze' : act !== 'wake'))
  return (
    <details open={kept !== null} className="card mt-4" data-several>
      <summary className="cursor-pointer font-semibold text-brand">{t('speed.several.form')}</summary>
      <p className="mt-1 mb-3 text-sm text-ink-soft">{t('speed.several.lead', { most: mostTicked })}</p>
      <form id={severalFormId} method="post" action={staffPaths.severalDo(back)} className="grid gap-4">
        {/* Enter on a tick box presses the first button of its form: this one, which does nothing. */}
        <input type="submit" disabled hidden />
        <input type="hidden" name="shown-to" value={actorId} />
        {shown.includes('take') ? <Act act="take" t={t} /> : null}
        {shown.includes('assign') ? (
          <Act act="assign" t={t}>
            <SelectField
              id="several-to"
              name="to"
              label={t('speed.several.to')}
              any={t('speed.several.toAny')}
              value={kept?.to}
              isRequired={false}
              options={officers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            />
          </Act>
        ) : null}
        {shown.includes('snooze') ? (
          <Act act="snooze" t={t}>
            <SnoozeFields id="several" kept={kept ?? {}} isRequired={false} t={t} />
          </Act>
        ) : null}
        {shown.includes('wake') ? <Act act="wake" t={t} /> : null}
      </form>
    </details>
  )
}

interface ActProps {
  readonly act: SeveralAct
  readonly t: Translate
  readonly children?: ReactNode
}

function Act({ act, t, children }: ActProps) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      {children}
      <Button look="quiet" name="act" value={act}>
        {t(`speed.several.act.${act}`)}
      </Button>
    </div>
  )
}

import type { ReactNode } from 'react'
import { SelectField } from '@/components/staff/act-fields'
import { Button } from '@/components/ui/button'
import { erasureReasons, holdReasons } from '@/lib/domain/erasure'
import { keepReasons } from '@/lib/domain/retention'
import type { Translate } from '@/lib/i18n/translate'

/** What can be done about how long a case is kept. */
export type LifeAct = 'ask' | 'keep' | 'hold' | 'lift' | 'erase' | 'decline'

interface Props {
  /** Of the form, so that tick boxes outside it can belong to it. */
  readonly id: string
  readonly action: string
  /** Where erasing is posted to, which needs a fresh proof. */
  readonly eraseAction: string
  readonly acts: readonly LifeAct[]
  /** Whoever the page is shown to. */
  readonly actorId: string
  /** The one case it is about; left out where rows are ticked. */
  readonly tick?: string
  /** How much longer a case may be kept at one time. */
  readonly longer: string
  /** The request that waits is this person's own. */
  readonly isOwn?: boolean
  /** What somebody chose in the form when it was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Translate
}

/** One form with a button for each act; those that need a reason have it beside them. */
export function RetentionActs(props: Props) {
  const { id, action, acts, actorId, tick, typed, t } = props
  const has = (act: LifeAct) => acts.includes(act)
  const reason = (act: 'ask' | 'keep' | 'hold', reasons: readonly string[]) => (
    <SelectField
      id={`${id}-${act}-reason`}
      name={`${act}-reason`}
      label={t(`retention.act.${act}Reason`)}
      any={t('retention.act.choose')}
      isRequired={false}
      options={reasons.map((value) => ({ value, label: t(`retention.reason.${value}`) }))}
      value={typed[`${act}-reason`]}
    />
  )
  return (
    <form id={id} method="post" action={action} className="grid gap-3">
      <input type="hidden" name="shown-to" value={actorId} />
      {tick === undefined ? null : <input type="hidden" name="case" value={tick} />}
      {has('ask') ? (
        <Act key="ask" name="ask" label={t('retention.act.ask')}>
          {reason('ask', erasureReasons)}
        </Act>
      ) : null}
      {has('keep') ? (
        <Act name="keep" label={t('retention.act.keep')}>
          {reason('keep', keepReasons)}
          <Until id={id} value={typed.until} longer={props.longer} t={t} />
        </Act>
      ) : null}
      {has('hold') ? (
        <Act name="hold" label={t('retention.act.hold')}>
          {reason('hold', holdReasons)}
        </Act>
      ) : null}
      {has('lift') ? <Act name="lift" label={t('retention.act.lift')} /> : null}
      <Decision {...props} has={has} />
    </form>
  )
}

/** Erasing is last, so that the key Enter presses another button, and has to be confirmed. */
function Decision({ id, eraseAction, isOwn, has, t }: Props & { readonly has: (act: LifeAct) => boolean }) {
  return (
    <>
      {has('decline') ? (
        <Act name="decline" label={t(isOwn === true ? 'retention.act.takeBack' : 'retention.act.decline')} />
      ) : null}
      {has('erase') ? (
        <div className="grid gap-2 border-t border-line pt-3">
          <p>{t('retention.act.eraseMore')}</p>
          <label className="flex cursor-pointer items-start gap-2.5" htmlFor={`${id}-sure`}>
            <input id={`${id}-sure`} name="sure" type="checkbox" value="yes" className="tick mt-1" />
            <span>{t('retention.act.sure')}</span>
          </label>
          <div>
            <Button look="danger" formAction={eraseAction}>
              {t('retention.act.erase')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  )
}

interface ActProps {
  readonly name: string
  readonly label: string
  readonly children?: ReactNode
}

function Act({ name, label, children }: ActProps) {
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3 first-of-type:border-0 first-of-type:pt-0">
      <legend className="sr-only">{label}</legend>
      {children}
      <div>
        <Button look="quiet" name="act" value={name}>
          {label}
        </Button>
      </div>
    </fieldset>
  )
}

interface UntilProps {
  readonly id: string
  readonly value: string | undefined
  readonly longer: string
  readonly t: Translate
}

function Until({ id, value, longer, t }: UntilProps) {
  return (
    <div>
      <label className="label" htmlFor={`${id}-until`}>
        {t('retention.act.until')}
      </label>
      <p id={`${id}-until-hint`} className="mb-1 text-sm text-ink-soft">
        {t('retention.act.untilHint', { period: longer })}
      </p>
      <input
        id={`${id}-until`}
        name="until"
        type="date"
        defaultValue={value}
        aria-describedby={`${id}-until-hint`}
        className="input w-48"
      />
    </div>
  )
}

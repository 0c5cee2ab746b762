import type { ReactNode } from 'react'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** What every form about when somebody is on duty is made with. */
export interface DutyForms {
  /** Whose: one's own (null), or an officer by their id. */
  readonly place: string | null
  readonly version: number
  /** Whom the page is shown to. */
  readonly actorId: string
  readonly kept: { readonly form: string; readonly values: Readonly<Record<string, string>> } | null
  readonly problems: readonly FieldProblem[]
  readonly t: Translate
}

/** A plain form for one act, on the version the page shows. `id`: which thing it is about. */
export function DutyForm({
  forms: { place, version, actorId },
  act,
  id,
  className,
  children,
}: {
  readonly forms: DutyForms
  readonly act: string
  readonly id?: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <form method="post" action={staffPaths.dutyAct(place, act)} className={className}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="shown-to" value={actorId} />
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      {children}
    </form>
  )
}

interface FieldProps {
  readonly forms: DutyForms
  readonly act: string
  readonly name: string
  readonly type: 'date' | 'time'
  readonly label: string
  readonly hint?: string
  readonly isRequired?: boolean
  /** Where the page has several of the name. */
  readonly id?: string
}

/** A day or a time, with what was typed before and what was wrong with it. */
export function DutyField({
  forms,
  act,
  name,
  type,
  label,
  hint,
  isRequired = true,
  id = `duty-${name}`,
}: FieldProps) {
  const { kept, problems, t } = forms
  const error = messageFor(name, problems.find(({ field }) => field === name) ?? null)
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} prefix={t('signIn.errorPrefix')} />
      <input
        id={id}
        name={name}
        type={type}
        required={isRequired}
        defaultValue={kept?.form === act ? kept.values[name] : undefined}
        className="input max-w-48"
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}

import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { PostFields } from '@/components/staff/post-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestAddress, longestName } from '@/lib/domain/account'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { districtChoices } from '../../../_desk/clock'
import { districtsIn } from './invite-problems'

interface Props {
  /** What was typed before the form was not taken. */
  readonly kept: KeptAct | null
  readonly problems: readonly FieldProblem[]
  readonly t: Translate
}

/** Invites somebody: who, by which address, and as what. */
export function InviteForm({ kept, problems, t }: Props) {
  const typed = kept?.form === 'invite' ? kept : { values: {} as KeptAct['values'] }
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <form method="post" action={staffPaths.invite} className="grid gap-3">
      <LineField name="name" typed={typed.values.name} max={longestName} error={errorOf('name')} t={t} />
      <LineField
        name="email"
        typed={typed.values.email}
        max={longestAddress}
        hint={t('accounts.invite.emailHint')}
        error={errorOf('email')}
        t={t}
      />
      <PostFields
        id="invite"
        known={districtChoices()}
        role={typed.values.role}
        districts={districtsIn(typed)}
        errors={{ role: errorOf('role'), districts: errorOf('districts') }}
        t={t}
      />
      <div>
        <Button>{t('accounts.invite.submit')}</Button>
      </div>
    </form>
  )
}

interface LineProps {
  readonly name: 'name' | 'email'
  readonly typed: string | undefined
  readonly max: number
  readonly hint?: string
  readonly error: string | undefined
  readonly t: Translate
}

function LineField({ name, typed, max, hint, error, t }: LineProps) {
  const id = `invite-${name}`
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t(`accounts.invite.${name}`)}
      </label>
      <FieldNotes id={id} hint={hint} error={error} prefix={t('signIn.errorPrefix')} />
      <input
        id={id}
        name={name}
        type={name === 'email' ? 'email' : 'text'}
        autoComplete="off"
        maxLength={max}
        required
        defaultValue={typed}
        className="input"
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}

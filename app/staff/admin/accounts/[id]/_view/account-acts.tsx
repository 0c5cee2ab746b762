import type { ReactNode } from 'react'
import { SelectField } from '@/components/staff/act-fields'
import { PostFields } from '@/components/staff/post-fields'
import { Button } from '@/components/ui/button'
import type { ButtonLook } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { accountReasons } from '@/lib/domain/account'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import type { AccountDetail } from '@/lib/queries/get-account'

interface Props {
  readonly account: AccountDetail
  /** What was written in a form that was not taken. */
  readonly kept: KeptAct | null
  readonly districts: ReadonlyMap<string, string>
  readonly t: Translate
}

/** What an administrator may do about somebody else's account, each a plain form with a reason that says what follows from it. */
export function AccountActs({ account, kept, districts, t }: Props) {
  const held = account.openCases === 0 ? '' : t('accounts.one.handBack', { count: account.openCases })
  const form = { account, kept, t }
  if (!account.active) return <Act {...form} act="open" after={t('accounts.one.openAfter')} />
  return (
    <>
      <Act {...form} act="role">
        <RoleFields {...form} districts={districts} />
      </Act>
      {account.role === 'supervisor' ? (
        <Act {...form} act={account.sealedCases ? 'sealed-remove' : 'sealed-add'} />
      ) : null}
      <Act {...form} act="reset" look="danger" after={t('accounts.one.resetAfter')} />
      <Act {...form} act="close" look="danger" after={t('accounts.one.closeAfter', { held }).trim()} />
    </>
  )
}

function RoleFields({ account, kept, districts, t }: Props) {
  const typed = kept?.form === 'role' ? kept.values : null
  return (
    <>
      <PostFields
        id="new"
        known={districts}
        role={typed?.role ?? account.role}
        districts={typed === null ? account.districts : (typed.districts ?? '').split('\n')}
        t={t}
      />
      {account.openCases === 0 ? null : (
        <p className="text-sm text-ink-soft">{t('accounts.one.roleHeld', { count: account.openCases })}</p>
      )}
    </>
  )
}

interface ActProps extends Omit<Props, 'districts'> {
  readonly act: keyof typeof accountReasons
  readonly look?: ButtonLook
  /** What happens at once, said beside the button. */
  readonly after?: string
  readonly children?: ReactNode
}

function Act({ account, kept, act, look = 'main', after, t, children }: ActProps) {
  return (
    <section className="card" aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`} className="text-lg">
        {t(`accounts.one.${act}Title`)}
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-ink-soft">{t(`accounts.one.${act}Lead`)}</p>
      <form method="post" action={staffPaths.accountAct(account.id, act)} className="grid gap-3">
        <input type="hidden" name="version" value={account.version} />
        {children}
        <div className="max-w-72">
          <SelectField
            id={`${act}-reason`}
            name="reason"
            label={t(`accounts.one.reasonFor.${act}`)}
            any={t('accounts.one.chooseReason')}
            options={accountReasons[act].map((value) => ({
              value,
              label: t(`accounts.one.reasons.${value}`),
            }))}
            value={kept?.form === act ? kept.values.reason : undefined}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look={look} aria-describedby={after === undefined ? undefined : `${act}-after`}>
            {t(`accounts.one.${act}Submit`)}
          </Button>
          {after === undefined ? null : (
            <p id={`${act}-after`} className="max-w-measure min-w-56 flex-1">
              {after}
            </p>
          )}
        </div>
      </form>
    </section>
  )
}

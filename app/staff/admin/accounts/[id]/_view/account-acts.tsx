import type { ReactNode } from 'react'
import { SelectField } from '@/components/staff/act-fields'
import { PostFields } from '@/components/staff/post-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { roleReasons } from '@/lib/domain/account'
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

/** What an administrator may do about somebody else's account, each a plain form that says what follows from it. */
export function AccountActs({ account, kept, districts, t }: Props) {
  const { openCases } = account
  const held = openCases === 0 ? '' : t('accounts.one.handBack', { count: openCases })
  if (!account.active) {
    return (
      <Act account={account} act="open" title={t('accounts.one.openTitle')} lead={t('accounts.one.openLead')}>
        <Button>{t('accounts.one.open')}</Button>
      </Act>
    )
  }
  return (
    <>
      <Act account={account} act="role" title={t('accounts.one.roleTitle')} lead={t('accounts.one.roleLead')}>
        <RoleFields {...{ account, kept, districts, t }} />
        <Button>{t('accounts.one.saveRole')}</Button>
      </Act>
      <Act
        account={account}
        act="reset"
        title={t('accounts.one.resetTitle')}
        lead={t('accounts.one.resetLead')}
      >
        <Button look="quiet">{t('accounts.one.reset')}</Button>
      </Act>
      <Act
        account={account}
        act="close"
        title={t('accounts.one.closeTitle')}
        lead={t('accounts.one.closeLead', { held }).trim()}
      >
        <Button look="danger">{t('accounts.one.close')}</Button>
      </Act>
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
      <div className="max-w-72">
        <SelectField
          id="role-reason"
          name="reason"
          label={t('accounts.one.reason')}
          any={t('accounts.one.chooseReason')}
          options={roleReasons.map((value) => ({ value, label: t(`accounts.one.reasons.${value}`) }))}
          value={typed?.reason}
        />
      </div>
    </>
  )
}

interface ActProps {
  readonly account: AccountDetail
  readonly act: 'role' | 'reset' | 'close' | 'open'
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

function Act({ account, act, title, lead, children }: ActProps) {
  return (
    <section className="card" aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`} className="text-lg">
        {title}
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-ink-soft">{lead}</p>
      <form
        method="post"
        action={staffPaths.accountAct(account.id, act)}
        className="grid justify-items-start gap-3"
      >
        <input type="hidden" name="version" value={account.version} />
        {children}
      </form>
    </section>
  )
}

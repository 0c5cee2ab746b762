import { redirect } from 'next/navigation'
import { SessionList } from '@/components/staff/session-list'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getAccount } from '@/lib/queries/get-account'
import { listSessions } from '@/lib/queries/list-sessions'
import { deskClock, districtChoices, districtNames } from '../../../_desk/clock'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { AdminFrame } from '../../_admin/admin-frame'
import { AdminNotice } from '../../_admin/admin-notice'
import { AccountActs } from './_view/account-acts'
import { AccountFactsCard } from './_view/account-facts-card'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One account: what it is, where it is signed in, and what an administrator may do about it. */
export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const account = await findOrNotFound(actor, (await params).id)
  const [sessions, kept, query] = await Promise.all([
    listSessions(actor, account.id),
    keptForm(actor, staffPaths.account(account.id)),
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  const isOwn = account.id === actor.id
  return (
    <AdminFrame
      actor={actor}
      tab={null}
      title={t('accounts.one.pageTitle')}
      problem={query.problem !== undefined}
    >
      <a href={staffPaths.accounts} className="text-sm">
        {t('accounts.one.back')}
      </a>
      <h1 className="mt-1 mb-3 text-xl">
        <bdi>{account.name}</bdi>
      </h1>
      <AdminNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      {account.active || query.done === 'close' ? null : (
        <p className="notice tone-warn mb-4 py-2">{t('accounts.one.closed')}</p>
      )}
      {isOwn ? (
        <p className="notice mb-4 py-2">
          {t('accounts.one.own')} <a href={staffPaths.ownSignIn}>{t('accounts.one.ownPage')}</a>
        </p>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-6">
          {isOwn ? null : <AccountActs account={account} kept={kept} districts={districtChoices()} t={t} />}
        </div>
        <div className="grid content-start gap-4 max-lg:row-start-1">
          <AccountFactsCard account={account} districts={districtNames()} clock={clock} />
          {isOwn ? null : (
            <section className="card" aria-labelledby="sessions-title">
              <h2 id="sessions-title" className="card-title">
                {t('accounts.session.listOf')}
              </h2>
              <SessionList
                sessions={sessions}
                current={null}
                action={staffPaths.accountAct(account.id, 'sessions')}
                clock={clock}
              />
            </section>
          )}
        </div>
      </div>
    </AdminFrame>
  )
}

async function findOrNotFound(actor: Actor, id: string) {
  try {
    return await getAccount(actor, id)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}

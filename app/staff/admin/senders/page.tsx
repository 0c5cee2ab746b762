import { env } from '@/lib/config/env'
import { machinePaths, staffPaths } from '@/lib/config/paths'
import { requireEntrance } from '@/lib/auth/require-actor'
import { listSenders } from '@/lib/queries/list-senders'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AdminFrame } from '../_admin/admin-frame'
import { AdminNotice } from '../_admin/admin-notice'
import { AddSender } from './_view/add-sender'
import { SenderCard } from './_view/sender-card'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who may send referrals, and the keys they sign with. */
export default async function SendersPage({ searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const [senders, kept, query] = await Promise.all([
    listSenders(actor),
    keptForm(actor, staffPaths.senders),
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  return (
    <AdminFrame
      actor={actor}
      tab="senders"
      title={t('referral.senders.title')}
      problem={query.problem !== undefined}
    >
      <h1 className="text-xl">{t('referral.senders.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">
        {t('referral.senders.lead', { address: new URL(machinePaths.referrals, env().PUBLIC_URL).href })}
      </p>
      <AdminNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="senders-title" className="grid min-w-0 content-start gap-4">
          <h2 id="senders-title" className="text-lg">
            {t('referral.senders.list')}
          </h2>
          {senders.length === 0 ? (
            <p className="card text-ink-soft">{t('referral.senders.none')}</p>
          ) : (
            senders.map((sender) => (
              <SenderCard key={sender.id} sender={sender} kept={kept?.values} clock={clock} />
            ))
          )}
        </section>
        <AddSender kept={kept?.values} t={t} />
      </div>
    </AdminFrame>
  )
}

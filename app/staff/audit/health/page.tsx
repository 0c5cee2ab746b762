import { ChainHealth, Verified } from '@/components/staff/audit-health'
import { requireEntrance } from '@/lib/auth/require-actor'
import { auditHealth } from '@/lib/queries/audit-health'
import { deskClock } from '../../_desk/clock'
import { AuditFrame } from '../_audit/audit-frame'

/** How the log is: where its chains end, what is kept of them outside, and what the last check of all of it found. */
export default async function HealthPage() {
  const actor = await requireEntrance('audit')
  const { chains, place, verified } = await auditHealth(actor)
  const clock = deskClock()
  const { t } = clock
  return (
    <AuditFrame actor={actor} tab="health">
      <h1 className="text-xl">{t('oversight.health.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('oversight.health.lead')}</p>
      <Verified verified={verified} clock={clock} />
      {place === 'kept' ? null : (
        <p className={`notice mb-4 max-w-measure ${place === 'mailbox' ? '' : 'tone-warn'}`}>
          {t(`oversight.health.place.${place}`)}
        </p>
      )}
      <div className="grid max-w-[60rem] gap-4">
        {chains.map((chain) => (
          <ChainHealth key={chain.chain} health={chain} isKept={place === 'kept'} clock={clock} />
        ))}
      </div>
    </AuditFrame>
  )
}

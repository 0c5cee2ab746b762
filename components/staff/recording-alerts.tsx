import { AlertServices } from '@/components/journey/alert-services'
import { Notice } from '@/components/ui/notice'
import type { Force } from '@/lib/domain/force'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly alerts: readonly PublicAlert[]
  readonly force: Force
  readonly t: Translate
}

/** What the answers just given call for, said to whoever writes them down for somebody. */
export function RecordingAlerts({ alerts, force, t }: Props) {
  if (alerts.length === 0) return null
  const support = alerts.filter((alert) => alert !== 'show-999')
  return (
    <div className="mb-8 grid gap-4">
      {alerts.includes('show-999') ? (
        <Notice tone="danger" level={2} title={t('staff.record.emergency')}>
          <p>{t('staff.record.emergencyText')}</p>
        </Notice>
      ) : null}
      {support.length === 0 ? null : (
        <Notice tone="warn" level={2} title={t('staff.record.offer')}>
          <AlertServices alerts={support} force={force} t={t} />
        </Notice>
      )}
    </div>
  )
}

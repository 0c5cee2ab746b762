import { AlertServices } from '@/components/journey/alert-services'
import { helpTitleId } from '@/components/journey/alerts'
import type { Urgent } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { Force } from '@/lib/domain/force'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly alerts: readonly PublicAlert[]
  readonly force: Force
  readonly t: Translate
}

/** What the answers just given call for, said to whoever writes them down for somebody; undefined where they call for nothing. */
export function recordingHelp(props: Props): Urgent | undefined {
  return props.alerts.length === 0
    ? undefined
    : { titleId: helpTitleId, node: <RecordingAlerts {...props} /> }
}

function RecordingAlerts({ alerts, force, t }: Props) {
  const support = alerts.filter((alert) => alert !== 'show-999')
  return (
    <div className="mb-8 grid gap-4">
      {alerts.includes('show-999') ? (
        <Notice tone="danger" level={2} title={t('staff.record.emergency')} titleId={helpTitleId}>
          <p>{t('staff.record.emergencyText')}</p>
        </Notice>
      ) : null}
      {support.length === 0 ? null : (
        <Notice
          tone="warn"
          level={2}
          title={t('staff.record.offer')}
          titleId={support.length === alerts.length ? helpTitleId : undefined}
        >
          <AlertServices alerts={support} force={force} t={t} />
        </Notice>
      )}
    </div>
  )
}

import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { riskRuleWords } from '@/components/staff/case-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DeskAlerts } from '@/lib/domain/desk-alerts'

/** The act that records the telling: the case as it is seen, and where the form leads back to. */
interface Telling {
  readonly shown: ShownCase
  readonly back?: string
  readonly from?: 'recording'
}

interface Props {
  readonly alerts: DeskAlerts
  readonly told: { readonly at: Date; readonly who: string | null } | null
  /** Null where this person may not record it. */
  readonly telling: Telling | null
  readonly level: 2 | 3
  readonly clock: Clock
}

/** Who must be told of the case before anything else is done about it. */
export function DeskAlertsNotice({ alerts, told, telling, level, clock }: Props) {
  const { t } = clock
  if (alerts.controlRoom.length === 0 && alerts.supervisor.length === 0) return null
  return (
    <div className="mb-4 grid gap-2">
      {alerts.controlRoom.length > 0 && told === null ? (
        <Notice tone="danger" level={level} title={t('staff.alert.controlRoom')}>
          <ul className="bullets">
            {alerts.controlRoom.map((rule) => (
              <li key={rule}>{riskRuleWords(rule, t)}</li>
            ))}
          </ul>
          {telling === null ? null : (
            <ActForm {...telling} act="control-room" className="mt-2">
              <Button>{t('staff.alert.tell')}</Button>
            </ActForm>
          )}
        </Notice>
      ) : null}
      {alerts.controlRoom.length > 0 && told !== null ? (
        <p className="notice tone-good py-2">
          {t('staff.alert.told', {
            who: told.who ?? t('staff.case.somebody'),
            at: saidTime(told.at, clock),
          })}
        </p>
      ) : null}
      {alerts.supervisor.length > 0 ? (
        <p className="notice tone-warn py-1.5 text-sm">{t('staff.alert.supervisor')}</p>
      ) : null}
    </div>
  )
}

import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { SnoozeFields } from '@/components/staff/queue/snooze-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { tickOf } from '@/lib/domain/many-cases'
import type { ShownCase } from '@/components/staff/act-form'
import type { SnoozeReason } from '@/lib/domain/own-queue/snooze'

interface Props {
  readonly shown: ShownCase
  /** Until when this person has put it off, and why; null where they have not. */
  readonly snooze: { readonly until: Date; readonly reason: SnoozeReason } | null
  readonly clock: Clock
}

/** Puts one case off in one's own queue, or has it back. */
export function SnoozeCard({ shown, snooze, clock }: Props) {
  const { t } = clock
  return (
    <details className="card">
      <summary className="cursor-pointer font-semibold text-brand">{t('speed.snooze.title')}</summary>
      <p className="mt-1 mb-3 text-sm text-ink-soft">
        {snooze === null
          ? t('speed.snooze.lead')
          : t('speed.snooze.until', {
              at: saidTime(snooze.until, clock),
              reason: t(`speed.snooze.reason.${snooze.reason}`),
            })}
      </p>
      <form method="post" action={staffPaths.severalDo('')} className="grid gap-3">
        <input type="hidden" name="shown-to" value={shown.actorId} />
        <input type="hidden" name="case" value={tickOf(shown)} />
        {snooze === null ? <SnoozeFields id="snooze" kept={{}} isRequired t={t} /> : null}
        <div>
          <Button look="quiet" name="act" value={snooze === null ? 'snooze' : 'wake'}>
            {t(snooze === null ? 'speed.snooze.submit' : 'speed.several.act.wake')}
          </Button>
        </div>
      </form>
    </details>
  )
}

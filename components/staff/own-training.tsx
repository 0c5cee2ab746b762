import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import { trainingWarning } from '@/lib/domain/training'

interface Props {
  /** The officer who looks; undefined for whoever is none. */
  readonly officer: Pick<OfficerFacts, 'id' | 'active' | 'trainingUntil'> | undefined
  readonly clock: Clock
}

/** Tells officers that their training is missing, over, or ends soon, and where they see which. */
export function OwnTraining({ officer, clock }: Props) {
  if (officer?.active !== true) return null
  const { t, now } = clock
  const { id, trainingUntil } = officer
  const today = localTime(now, clock).toPlainDate().toString()
  const warning = trainingWarning(trainingUntil?.toISOString().slice(0, 10) ?? null, today)
  if (warning === null) return null
  const date = trainingUntil === null ? '' : saidDay(trainingUntil, clock)
  return (
    <p className="notice tone-warn mb-4 py-2">
      {t(`staff.officer.training.own.${warning}`, { date })}{' '}
      <a href={staffPaths.officer(id)}>{t('staff.officer.ownSee')}</a>
    </p>
  )
}

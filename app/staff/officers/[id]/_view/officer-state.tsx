import type { Clock } from '@/components/staff/clock'
import { saidDay } from '@/components/staff/clock'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { missingSetUp } from '@/lib/domain/officers/settings'
import { trainingStanding } from '@/lib/domain/training'
import type { OfficerDetail } from '@/lib/queries/get-officer'
import { districtChoices } from '../../../_desk/clock'

interface Props {
  readonly officer: OfficerDetail
  readonly isOwn: boolean
  readonly clock: Clock
}

/** What keeps cases from somebody, or soon will, in plain words; and what happens to those they hold. */
export function OfficerState({ officer, isOwn, clock }: Props) {
  const { t } = clock
  const who = isOwn ? 'you' : 'they'
  const count = officer.openCases
  const missing = missingSetUp({ ...officer, active: officer.serving && officer.accountOpen }, [
    ...districtChoices().keys(),
  ])
  const said = [
    ...(officer.accountOpen ? [] : [t('staff.officer.state.closed')]),
    ...(officer.accountOpen && !officer.serving ? [t('staff.officer.state.away', { who, count })] : []),
    ...(officer.handingOver ? [t('staff.officer.state.handingOver', { who, count })] : []),
    ...(officer.openLimit === 0 ? [t('staff.officer.state.limitNone', { who })] : []),
    ...(missing.length === 0
      ? []
      : [
          `${t('staff.officer.setUp.title')} ${missing.map((part) => t(`staff.officer.setUp.${part}`)).join(' ')}`,
        ]),
    ...trainingWords(officer, who, clock),
  ]
  if (said.length === 0) return null
  return (
    <div className="notice tone-warn mb-4">
      {said.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  )
}

/** What of the training is over or has to be refreshed. What was never there is told as missing. */
function trainingWords(
  { training, trainingUntil }: OfficerDetail,
  who: string,
  clock: Clock,
): readonly string[] {
  const { t, now } = clock
  if (training === null || trainingUntil === null) return []
  const force = currentForce()
  const today = localTime(now, force).toPlainDate().toString()
  return trainingStanding(training, force, today).flatMap(({ topic, state, until }) => {
    if ((state !== 'lapsed' && state !== 'due') || until === null) return []
    const values = { who, topic: t(`staff.officer.topic.${topic.id}`), date: saidDay(new Date(until), clock) }
    const stops = state === 'lapsed' && topic.required
    return [t(`staff.officer.state.${stops ? 'lapsedRequired' : state}`, values)]
  })
}

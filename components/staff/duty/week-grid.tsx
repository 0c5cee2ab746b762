import type { Clock } from '@/components/staff/clock'
import type { RotaDay, RotaWeek } from '@/lib/domain/rota/weeks'
import { dayWords, partWords } from './duty-words'

interface Props {
  readonly weeks: readonly RotaWeek[]
  /** ISO date. */
  readonly today: string
  readonly clock: Clock
}

/** Weeks side by side in days on a wide screen, one day below the other on a narrow one. */
export function WeekGrid({ weeks, today, clock }: Props) {
  return weeks.map((week) => {
    const [monday] = week
    if (monday === undefined) return null
    const id = `week-${monday.date}`
    return (
      <section key={id} aria-labelledby={id} className="mb-4">
        <h3 id={id} className="mb-1 text-sm font-semibold text-ink-soft">
          {clock.t('staff.duty.weeks.week', { day: dayWords(monday.date, clock) })}
        </h3>
        <ol className="grid gap-1 lg:grid-cols-7">
          {week.map((day) => (
            <Day key={day.date} day={day} isToday={day.date === today} clock={clock} />
          ))}
        </ol>
      </section>
    )
  })
}

interface DayProps {
  readonly day: RotaDay
  readonly isToday: boolean
  readonly clock: Clock
}

function Day({ day: { date, parts }, isToday, clock }: DayProps) {
  const { t } = clock
  const edge = isToday ? 'border-brand' : 'border-line'
  return (
    <li
      className={`rounded-md border ${edge} px-2 py-1.5 max-lg:grid max-lg:grid-cols-[7.5rem_1fr] max-lg:gap-2`}
    >
      <p className="text-sm">
        <time dateTime={date}>{dayWords(date, clock)}</time>
        {isToday ? <b className="ms-1 text-brand">{t('staff.duty.weeks.today')}</b> : null}
      </p>
      {parts.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('staff.duty.weeks.off')}</p>
      ) : (
        <ul className="grid gap-0.5 text-sm tabular-nums">
          {parts.map((part) => (
            <li
              key={`${part.kind}${part.startsAt.toISOString()}`}
              className={
                part.kind === 'duty'
                  ? 'border-s-4 border-brand ps-1.5 font-semibold'
                  : 'border-s-4 border-warn ps-1.5 text-warn'
              }
            >
              {partWords(part, clock)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

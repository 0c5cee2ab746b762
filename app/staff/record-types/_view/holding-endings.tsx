import type { Clock } from '@/components/staff/clock'
import { EndingCard } from '@/components/staff/ending-card'
import { dayWords } from '@/components/staff/retention-words'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { gapsOf } from '@/lib/domain/records/edition'
import { recordTypesOn } from '@/lib/domain/records/record-type'
import type { TypeVersion } from '@/lib/queries/record-types'

interface Props {
  readonly versions: readonly TypeVersion[]
  /** The day that is asked for. */
  readonly day: string
  readonly isToday: boolean
  readonly mayChange: boolean
  readonly clock: Clock
}

/** How cases may end on a day: what holds then, and after it what does not. */
export function HoldingEndings({ versions, day, isToday, mayChange, clock }: Props) {
  const { t } = clock
  const holding = recordTypesOn(day, null, versions)
  return (
    <section aria-labelledby="holding-title" className="min-w-0">
      <h2 id="holding-title" className="mb-2 text-lg">
        {isToday ? t('staff.recordType.today') : t('staff.recordType.onDay', { day: dayWords(day, clock) })}
      </h2>
      <DayForm day={day} clock={clock} />
      {holding.length === 0 ? <p className="card">{t('staff.recordType.none')}</p> : null}
      <ul className="grid gap-4">
        {dispositionsIn(holding, versions).map((disposition) => (
          <EndingCard
            key={disposition}
            holding={holding.find((one) => one.disposition === disposition) ?? null}
            versions={versions.filter((one) => one.disposition === disposition)}
            gaps={gapsOf(disposition, versions)}
            day={day}
            mayChange={mayChange}
            clock={clock}
          />
        ))}
      </ul>
    </section>
  )
}

/** Those that hold on the day, in their order, then those that do not. */
function dispositionsIn(holding: readonly TypeVersion[], all: readonly TypeVersion[]): readonly string[] {
  const others = all.filter(({ approved }) => approved === true)
  return [...new Set([...holding, ...others].map(({ disposition }) => disposition))]
}

function DayForm({ day, clock: { t } }: { readonly day: string; readonly clock: Clock }) {
  return (
    <form action={staffPaths.recordTypes} className="mb-4 flex flex-wrap items-end gap-2">
      <div>
        <label className="label" htmlFor="on">
          {t('staff.recordType.onLabel')}
        </label>
        <input id="on" name="on" type="date" defaultValue={day} className="input" />
      </div>
      <Button look="quiet">{t('staff.recordType.onSubmit')}</Button>
    </form>
  )
}

import { ChoiceChip } from '@/components/staff/choice-chip'
import { MonthField } from '@/components/staff/month-field'
import { countedTimes, promiseOutcomes } from '@/lib/domain/counted-times'
import type { OfTime } from '@/lib/domain/counted-times'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { monthsIn } from '@/lib/domain/received-months'
import type { Translate } from '@/lib/i18n/translate'

/** The months of an address as they were typed, with what was chosen of them. */
export type TypedMonths = Readonly<Record<'from' | 'until', string>> & OfTime

interface Props {
  readonly filters: QueueFilters
  readonly typed: TypedMonths
  /** What is wrong with the address, in words, by field. */
  readonly problems: ReadonlyMap<string, string>
  /** How cases end. */
  readonly dispositions: readonly string[]
  readonly t: Translate
}

const fields = ['from', 'until', 'of', 'outcome', 'disposition']

/** Which months a list is of, and what of its cases was in them. Folded away where nothing is asked of months. */
export function QueueMonthsFields({ filters, typed, problems, dispositions, t }: Props) {
  const isUsed = monthsIn(filters) !== null || fields.some((name) => problems.has(name))
  const { of, outcome, disposition } = typed
  return (
    <details open={isUsed} className="open:basis-full">
      <summary className="chip w-fit cursor-pointer" data-on={isUsed ? 'true' : 'false'}>
        {t('behind.months')}
      </summary>
      <div className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2">
        {(['from', 'until'] as const).map((name) => (
          <MonthField
            key={name}
            name={name}
            id={`queue-${name}`}
            label={t(`behind.${name}`)}
            value={typed[name]}
            problem={problems.get(name)}
            t={t}
          />
        ))}
        <ChoiceChip
          name="of"
          id="queue-of"
          isWrong={problems.has('of')}
          label={t('behind.of.label')}
          any={t('behind.of.received')}
          value={of}
          options={countedTimes.map((value) => ({ value, label: t(`behind.of.${value}`) }))}
        />
        {of === 'promised' ? (
          <ChoiceChip
            name="outcome"
            id="queue-outcome"
            isWrong={problems.has('outcome')}
            label={t('figures.field.outcome')}
            any={t('behind.anyOutcome')}
            value={outcome}
            options={promiseOutcomes.map((value) => ({ value, label: t(`figures.outcome.${value}`) }))}
          />
        ) : null}
        {of === 'closed' ? (
          <ChoiceChip
            name="disposition"
            id="queue-disposition"
            isWrong={problems.has('disposition')}
            label={t('figures.field.disposition')}
            any={t('behind.anyDisposition')}
            value={disposition}
            options={dispositions.map((value) => ({ value, label: t(`staff.disposition.${value}`) }))}
          />
        ) : null}
      </div>
    </details>
  )
}

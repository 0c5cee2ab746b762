import type { ComponentProps } from 'react'
import { staffPaths } from '@/lib/config/paths'
import { nowhere } from '@/lib/domain/queue-filters'
import { monthsIn } from '@/lib/domain/received-months'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { caseStatuses, channels, risks, submissionKinds } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { Button } from '@/components/ui/button'
import { strandWords } from '@/components/staff/case-words'
import type { DistrictNames } from '@/components/staff/case-words'
import { ChoiceChip } from '@/components/staff/choice-chip'
import { QueueMonthsFields } from '@/components/staff/queue-months-fields'
import type { TypedMonths } from '@/components/staff/queue-months-fields'

interface Props {
  readonly filters: QueueFilters
  readonly districts: DistrictNames
  readonly strands: readonly string[]
  /** How cases end. */
  readonly dispositions: readonly string[]
  readonly typed: TypedMonths
  /** What is wrong with the address, in words, by field. */
  readonly problems: ReadonlyMap<string, string>
  /** Cases are found elsewhere: here is only an officer's name to be typed. */
  readonly maySearch: boolean
  readonly t: Translate
}

interface Chip {
  readonly name: Exclude<keyof QueueFilters, 'page'>
  /** The key of what it is called, where that is not `staff.queue.<name>`. */
  readonly label?: string
  readonly any: string
  readonly options: ComponentProps<typeof ChoiceChip>['options']
}

/** What narrows the queue, as a plain form whose answers are in the address. */
export function QueueFiltersForm({
  filters,
  districts,
  strands,
  dispositions,
  typed,
  problems,
  maySearch,
  t,
}: Props) {
  const words = (group: string) => (value: string) => ({ value, label: t(`staff.${group}.${value}`) })
  const places = [...districts].map(([value, label]) => ({ value, label }))
  const hint = t(maySearch ? 'staff.queue.officerHint' : 'staff.queue.findHint')
  const isNarrowed = Object.keys(filters).length > 1
  const chips: readonly Chip[] = [
    {
      name: 'district',
      any: 'staff.queue.anyDistrict',
      options: [...places, { value: nowhere, label: t('staff.queue.noDistrict') }],
    },
    { name: 'kind', any: 'staff.queue.anyKind', options: submissionKinds.map(words('kind')) },
    {
      name: 'channel',
      label: 'behind.channel',
      any: 'behind.anyChannel',
      options: channels.map(words('channel')),
    },
    {
      name: 'strand',
      any: 'staff.queue.anyStrand',
      options: strands.map((value) => ({ value, label: strandWords(value, t) })),
    },
    { name: 'risk', any: 'staff.queue.anyRisk', options: risks.map(words('risk')) },
    {
      name: 'status',
      any: monthsIn(filters) === null ? 'staff.queue.anyStatus' : 'behind.anyStatus',
      options: caseStatuses.map(words('status')),
    },
    { name: 'holder', any: 'staff.queue.anyHolder', options: ['mine', 'nobody'].map(words('queue')) },
    { name: 'lane', any: 'staff.queue.anyLane', options: ['slow', 'usual'].map(words('queue')) },
  ]
  return (
    <form
      id="queue-list"
      method="get"
      action={staffPaths.queue}
      role="search"
      aria-label={t('staff.queue.filters')}
      className="mb-4 flex flex-wrap items-center gap-2"
    >
      {filters.sealed ? <input type="hidden" name="sealed" value={filters.sealed} /> : null}
      <div className="flex w-full flex-wrap items-center gap-2 p-0.5 md:contents">
        {chips.map(({ name, label, any, options }) => (
          <ChoiceChip
            key={name}
            name={name}
            id={`queue-${name}`}
            isWrong={problems.has(name)}
            label={t(label ?? `staff.queue.${name}`)}
            any={t(any)}
            value={filters[name]}
            options={options}
          />
        ))}
      </div>
      <QueueMonthsFields {...{ filters, typed, problems, dispositions, t }} />
      {filters.set ? <input type="hidden" name="set" value={filters.set} /> : null}
      {filters.snoozed ? <input type="hidden" name="snoozed" value={filters.snoozed} /> : null}
      <ChoiceChip
        name="fresh"
        id="queue-fresh"
        isWrong={problems.has('fresh')}
        label={t('speed.fresh.label')}
        any={t('speed.fresh.any')}
        value={filters.fresh}
        options={[{ value: 'yes', label: t('speed.fresh.yes') }]}
      />
      <input
        type="search"
        name="find"
        defaultValue={filters.find ?? ''}
        aria-label={`${t('staff.queue.find')}: ${hint}`}
        placeholder={hint}
        data-find={maySearch ? undefined : true}
        className="chip min-w-44 max-md:grow"
      />
      <Button look="quiet">{t('staff.queue.apply')}</Button>
      {isNarrowed ? (
        <a href={staffPaths.queue} className="px-1 text-sm">
          {t('staff.queue.clear')}
        </a>
      ) : null}
    </form>
  )
}

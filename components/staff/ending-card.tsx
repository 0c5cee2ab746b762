import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { daysWords, followsWords, labelOf } from '@/components/staff/ending-words'
import { staffPaths } from '@/lib/config/paths'
import type { Days } from '@/lib/domain/records/edition'
import type { RecordType } from '@/lib/domain/records/record-type'

/** A version, and who proposed and decided it. */
export interface ShownVersion extends RecordType {
  readonly reason: string | null
  readonly proposedAt: Date
  readonly proposedBy: { readonly id: string; readonly name: string } | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

interface Props {
  /** What holds on the day that is asked for; null: nothing, it is not offered then. */
  readonly holding: ShownVersion | null
  readonly versions: readonly ShownVersion[]
  readonly gaps: readonly Days[]
  readonly day: string
  readonly mayChange: boolean
  readonly clock: Clock
}

/** One way for a case to end: what holds, what was and what will be. */
export function EndingCard({ holding, versions, gaps, day, mayChange, clock }: Props) {
  const { t } = clock
  const last = versions.filter(({ approved }) => approved === true).at(-1)
  const shown = holding ?? last
  if (shown === undefined) return null
  const told = gaps.filter(({ until }) => until === null || until >= day)
  return (
    <li className="card" data-ending={shown.disposition}>
      <h3 className="card-title">{labelOf(shown)}</h3>
      {holding === null ? <p className="font-semibold">{t('staff.recordType.notOffered')}</p> : null}
      {shown.hints.en === undefined ? null : <p className="text-ink-soft">{shown.hints.en}</p>}
      <ul className="mt-1 list-disc ps-5 text-sm">
        {followsWords(shown, t).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {told.map((gap) => (
        <p key={gap.from} className="mt-1.5 text-sm font-semibold">
          {t('staff.recordType.gap', { days: daysWords(gap, clock) })}
        </p>
      ))}
      <details className="mt-2 border-t border-line pt-2">
        <summary className="cursor-pointer text-brand">
          {t('staff.recordType.history', { count: versions.length })}
        </summary>
        <ol className="mt-1.5 grid gap-2 text-sm">
          {versions.map((version) => (
            <Version key={version.id} version={version} clock={clock} />
          ))}
        </ol>
      </details>
      {mayChange ? (
        <p className="mt-2">
          <a href={`${staffPaths.recordTypeChange(shown.disposition)}#propose`}>
            {t('staff.recordType.change', { label: labelOf(shown) })}
          </a>
        </p>
      ) : null}
    </li>
  )
}

function Version({ version, clock }: { readonly version: ShownVersion; readonly clock: Clock }) {
  const { t } = clock
  const state = version.approved === null ? 'waits' : version.approved ? 'approved' : 'refused'
  const person = t('staff.case.somebody')
  return (
    <li className="border-s-2 border-line ps-3">
      <p>
        <b>{labelOf(version)}</b>, {daysWords(version, clock)}. {t(`staff.recordType.state.${state}`)}
      </p>
      {version.reason === null ? (
        <p className="text-ink-soft">{t('staff.recordType.first')}</p>
      ) : (
        <p className="text-ink-soft">
          {t('staff.recordType.proposedBy', {
            name: version.proposedBy?.name ?? person,
            day: saidDay(version.proposedAt, clock),
            reason: version.reason,
          })}
          {version.decidedAt === null
            ? ''
            : ` ${t('staff.recordType.decidedBy', { name: version.decidedBy ?? person, day: saidDay(version.decidedAt, clock) })}`}
        </p>
      )}
    </li>
  )
}

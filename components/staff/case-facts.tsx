import type { ReactNode } from 'react'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

interface Props {
  readonly receivedAt: Date
  readonly holder: string | null
  readonly recordedBy: string | null
  readonly disposition: string | null
  readonly excludedDistricts: readonly string[]
  readonly namesExclusion: boolean
  readonly clock: Clock
}

/** The published facts of a case that its heading does not say. */
export function CaseFactsCard(props: Props) {
  const { clock, recordedBy, disposition, excludedDistricts, namesExclusion } = props
  const { t } = clock
  return (
    <section className="card">
      <h3 className="card-title">{t('staff.case.facts')}</h3>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Fact label={t('staff.case.receivedBy')}>{saidTime(props.receivedAt, clock)}</Fact>
        <Fact label={t('staff.case.held')}>{props.holder ?? t('staff.case.nobody')}</Fact>
        {recordedBy === null ? null : <Fact label={t('staff.case.recordedBy')}>{recordedBy}</Fact>}
        {disposition === null ? null : (
          <Fact label={t('staff.case.disposition')}>{t(`staff.disposition.${disposition}`)}</Fact>
        )}
      </dl>
      {excludedDistricts.length > 0 || namesExclusion ? (
        <div className="mt-2 border-t border-line pt-2 text-sm">
          <h4 className="font-semibold">{t('staff.case.excluded')}</h4>
          {excludedDistricts.length > 0 ? (
            <p>{t('staff.case.excludedDistricts', { districts: excludedDistricts.join(', ') })}</p>
          ) : null}
          {namesExclusion ? <p>{t('staff.case.namesExclusion')}</p> : null}
        </div>
      ) : null}
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

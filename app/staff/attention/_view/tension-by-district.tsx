import type { DistrictNames } from '@/components/staff/case-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { Attention } from '@/lib/queries/list-attention'
import { AttentionRows } from './attention-list'

interface Props {
  readonly tension: Attention['tension']
  readonly districts: DistrictNames
  readonly clock: Clock
}

/** Where communities may be in tension: the marked cases, district by district. */
export function TensionByDistrict({ tension, districts, clock }: Props) {
  const { t } = clock
  const byDistrict = Map.groupBy(tension, ({ district }) => district)
  return (
    <section>
      <h2 className="mb-1 text-lg">{t('casework.attention.tension')}</h2>
      <p className="mb-2 text-ink-soft">{t('casework.attention.tensionLead')}</p>
      {tension.length === 0 ? <p className="text-ink-soft">{t('casework.attention.tensionNone')}</p> : null}
      {[...byDistrict].map(([district, marked]) => (
        <section key={district ?? ''} className="mb-4">
          <h3 className="mb-1.5 font-bold">
            {district === null ? t('staff.district.none') : (districts.get(district) ?? district)} (
            {marked.length})
          </h3>
          <AttentionRows
            rows={marked.map((one) => ({
              ...one,
              words: t('casework.attention.tensionAt', { at: saidTime(one.markedAt, clock) }),
            }))}
            t={t}
          />
        </section>
      ))}
    </section>
  )
}

import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { saidTime } from '@/components/staff/clock'
import { saidDue } from '@/components/staff/task-words'
import { lowerFirst } from '@/lib/i18n/lower-first'
import { listAttention } from '@/lib/queries/list-attention'
import { openEscalations } from '@/lib/queries/list-escalations'
import { deskClockFor, districtNames } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { needsIn, SupervisorNeeds } from '../_desk/supervisor-needs'
import { AttentionList } from './_view/attention-list'
import { TensionByDistrict } from './_view/tension-by-district'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What waits for a supervisor: what they were told of, closing that is asked for, risks to look at again, and where communities may be in
 * tension.
 */
export default async function AttentionPage({ searchParams }: Props) {
  const actor = await requireEntrance('attention')
  const query = await searchParams
  const [escalations, { closings, risks, tension }] = await Promise.all([
    openEscalations(actor, needsIn(query)),
    listAttention(actor),
  ])
  const clock = await deskClockFor(actor)
  const { t } = clock
  return (
    <DeskPage actor={actor} here="attention" title={t('casework.attention.title')}>
      <div className="grid max-w-[60rem] gap-6 px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('casework.attention.title')}</h1>
        <DoneNotice query={query} t={t} />
        <SupervisorNeeds
          {...{ actor, escalations, clock }}
          hrefOf={staffPaths.attentionNeeds}
          place={{ from: 'attention' }}
        />
        <AttentionList
          title={t('casework.attention.closings')}
          none={t('casework.attention.closingsNone')}
          rows={closings.map((one) => ({
            ...one,
            words: t('casework.attention.closing', {
              ...{ name: one.askedBy, at: saidTime(one.askedAt, clock) },
              disposition: lowerFirst(t(`staff.disposition.${one.disposition}`)),
            }),
          }))}
          t={t}
        />
        <AttentionList
          title={t('casework.attention.risks')}
          none={t('casework.attention.risksNone')}
          rows={risks.map(({ dueOn, holder, ...one }) => {
            const day = saidDue(dueOn, clock)
            return {
              ...one,
              words:
                holder === null
                  ? t('casework.attention.riskNobody', { day })
                  : t('casework.attention.risk', { day, name: holder }),
            }
          })}
          t={t}
        />
        <TensionByDistrict tension={tension} districts={districtNames()} clock={clock} />
      </div>
    </DeskPage>
  )
}

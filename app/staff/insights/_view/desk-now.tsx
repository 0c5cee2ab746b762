import { saidHour } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'
import { workGroups } from '@/lib/domain/work-sets'
import type { Actor } from '@/lib/domain/policy'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { openEscalations } from '@/lib/queries/list-escalations'
import { loadRota } from '@/lib/queries/load-rota'
import { lateOfEach, recentAttempts } from '@/lib/queries/work-of-people'
import { deskClock, districtNames } from '../../_desk/clock'
import { Attempts } from './attempts'
import { ByDistrict } from './by-district'
import { Part } from './part'
import { Staffing } from './staffing'
import { narrow } from './read-place'
import { SetFigures } from './set-figures'

interface Props {
  readonly actor: Actor
  /** The district that it is narrowed to. */
  readonly place: string | null
}

/** What needs somebody now, where it is, and who is there for it. */
export async function DeskNow({ actor, place }: Props) {
  const clock = deskClock()
  const { t } = clock
  const [counts, escalations, rota, late, attempts] = await Promise.all([
    countWork(actor),
    openEscalations(actor),
    loadRota(actor),
    lateOfEach(actor),
    recentAttempts(actor, place),
  ])
  const { here, narrowed } = narrow(counts, place)
  const figures = { counts: sumOf(here.values()), narrowed, t }
  // Of all districts, whatever the page is narrowed to: it leads to all of them.
  const needs = {
    count: escalations.cases,
    words: t(`staff.escalation.${place === null ? 'caseTitle' : 'anywhere'}`),
    href: staffPaths.attentionNeeds(),
  }
  return (
    <>
      <p className="text-ink-soft">{t('insight.asOf', { time: saidHour(clock.now, clock) })}</p>
      <Part id="now" title={t('insight.now.title')}>
        <SetFigures first={needs} sets={workGroups.now} {...figures} />
      </Part>
      <Part id="promises" title={t('insight.promises.title')}>
        <SetFigures sets={workGroups.promises} {...figures} />
      </Part>
      <Part id="age" title={t('insight.age.title')}>
        <SetFigures sets={workGroups.age} {...figures} />
      </Part>
      <Part id="where" title={t('insight.where.title')}>
        <ByDistrict counts={here} names={districtNames()} t={t} />
      </Part>
      <Staffing {...{ actor, place, rota, late, clock }} />
      <Part id="attempts" title={t('insight.attempts.title')}>
        <Attempts attempts={attempts} t={t} />
      </Part>
    </>
  )
}

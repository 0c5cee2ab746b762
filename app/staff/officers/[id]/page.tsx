import { redirect } from 'next/navigation'
import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getOfficer } from '@/lib/queries/get-officer'
import { deskClock } from '../../_desk/clock'
import { DoneNotice } from '../../_desk/done-notice'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { OfficersFrame } from '../_view/officers-frame'
import { OfficerAside } from './_view/officer-aside'
import { officerProblems } from './_view/officer-problems'
import { OfficerState } from './_view/officer-state'
import { OwnWordForm } from './_view/own-word-form'
import { SettingsForm } from './_view/settings-form'
import { Wellbeing } from './_view/wellbeing'
import { TrainingSection } from './_view/training-section'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One officer: what routing knows of them, their own word, and what a supervisor sets and records. */
export default async function OfficerPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  const officer = await findOrNotFound(actor, (await params).id)
  const [kept, query] = await Promise.all([keptForm(actor, staffPaths.officer(officer.id)), searchParams])
  const clock = deskClock()
  const { t } = clock
  const isOwn = officer.accountId === actor.id
  const maySet = actor.role === 'supervisor'
  const problems = officerProblems(query.problem, kept, clock)
  const form = { officer, actorId: actor.id, kept, problems, clock }
  return (
    <OfficersFrame
      actor={actor}
      tab={null}
      title={t(isOwn ? 'staff.officer.ownTitle' : 'staff.officer.title')}
      problem={query.problem !== undefined}
    >
      <a href={staffPaths.officers} className="text-sm">
        {t('staff.officer.back')}
      </a>
      <h1 className="mt-1 mb-3 text-xl">
        <bdi>{officer.name}</bdi>
      </h1>
      {problems.length === 0 ? (
        <DoneNotice own="staff.officer" query={query} t={t} />
      ) : (
        <ErrorSummary
          title={t('staff.problem.title')}
          items={problems.map(({ field, message }) => ({ target: `officer-${field}`, message }))}
          attempt={0}
        />
      )}
      <KeptNotice query={query} kept={kept} t={t} />
      <OfficerState officer={officer} isOwn={isOwn} clock={clock} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-6">
          {isOwn || maySet ? <OwnWordForm {...form} isOwn={isOwn} /> : null}
          {maySet ? <SettingsForm {...form} /> : null}
          {officer.training === null ? null : (
            <TrainingSection {...form} training={officer.training} maySet={maySet} />
          )}
        </div>
        <div className="grid content-start gap-4 max-lg:row-start-1">
          {maySet && !isOwn ? <Wellbeing {...{ actor, officer, t }} /> : null}
          <OfficerAside
            officer={officer}
            actorId={actor.id}
            mayAct={isOwn || maySet}
            isOwn={isOwn}
            clock={clock}
          />
        </div>
      </div>
    </OfficersFrame>
  )
}

async function findOrNotFound(actor: Actor, id: string) {
  try {
    return await getOfficer(actor, id)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}

import { EndingProposal } from '@/components/staff/ending-proposal'
import { ProposedEnding } from '@/components/staff/proposed-ending'
import type { Clock } from '@/components/staff/clock'
import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { readDay } from '@/lib/domain/records/edition'
import { recordTypes } from '@/lib/queries/record-types'
import type { TypeVersion } from '@/lib/queries/record-types'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'
import { HoldingEndings } from './_view/holding-endings'
import { problemsOfProposal, typedProposal } from './_view/proposal-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How cases may end, as it holds on a day; what is proposed; and every version there was. */
export default async function RecordTypesPage({ searchParams }: Props) {
  const actor = await requireEntrance('record-types')
  const [versions, query, kept] = await Promise.all([
    recordTypes(actor),
    searchParams,
    keptForm(actor, staffPaths.recordTypes),
  ])
  const clock = deskClock()
  const { t } = clock
  const now = today()
  const day = readDay(query.on) ?? now
  const maySet = actor.role === 'supervisor'
  const waiting = versions.filter(({ approved }) => approved === null)
  const typed = maySet ? typedProposal(kept, query.change) : null
  const problems = problemsOfProposal(query, typed, t)
  const changed = latestOf(typed?.disposition ?? query.change, versions)
  return (
    <DeskPage
      actor={actor}
      here="record-types"
      title={t('staff.recordType.title')}
      problem={query.problem !== undefined}
    >
      <div className="mx-auto max-w-[76rem] px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.recordType.title')}</h1>
        <p className="mt-1 mb-2 max-w-measure text-ink-soft">{t('staff.recordType.lead')}</p>
        <p className="mb-4">
          <a href={staffPaths.words} className="inline-block py-1">
            {t('agreeing.words.title')}
          </a>
        </p>
        {problems.length === 0 ? (
          <DoneNotice own="staff.recordType" query={query} t={t} />
        ) : (
          <ErrorSummary
            title={t('staff.problem.title')}
            items={problems.map(({ field, message }) => ({ target: field, message }))}
            attempt={0}
          />
        )}
        <KeptNotice query={query} kept={kept} t={t} />
        <Waiting actor={actor} waiting={waiting} versions={versions} clock={clock} />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <HoldingEndings
            versions={versions}
            day={day}
            isToday={day === now}
            mayChange={maySet}
            clock={clock}
          />
          {maySet ? (
            <EndingProposal {...{ actorId: actor.id, typed, problems, firstDay: now, t }} of={changed} />
          ) : null}
        </div>
      </div>
    </DeskPage>
  )
}

/** The latest version of an ending; null for none of that name. */
function latestOf(disposition: unknown, versions: readonly TypeVersion[]): TypeVersion | null {
  return versions.filter((one) => one.disposition === disposition && one.approved === true).at(-1) ?? null
}

interface WaitingProps {
  readonly actor: Actor
  readonly waiting: readonly TypeVersion[]
  readonly versions: readonly TypeVersion[]
  readonly clock: Clock
}

function Waiting({ actor, waiting, versions, clock }: WaitingProps) {
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="waiting-title" className="mb-6">
      <h2 id="waiting-title" className="mb-2 text-lg">
        {clock.t('staff.recordType.waiting')}
      </h2>
      <ul className="grid max-w-[60rem] gap-4">
        {waiting.map((version) => (
          <ProposedEnding
            key={version.id}
            version={version}
            versions={versions}
            actorId={actor.id}
            mayDecide={actor.role === 'supervisor'}
            clock={clock}
          />
        ))}
      </ul>
    </section>
  )
}

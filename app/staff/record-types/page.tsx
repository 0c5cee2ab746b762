import { EndingCard } from '@/components/staff/ending-card'
import { EndingProposal } from '@/components/staff/ending-proposal'
import { ProposedEnding } from '@/components/staff/proposed-ending'
import { dayWords } from '@/components/staff/retention-words'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { gapsOf, readDay } from '@/lib/domain/records/edition'
import { recordTypesOn } from '@/lib/domain/records/record-type'
import { recordTypes } from '@/lib/queries/record-types'
import type { TypeVersion } from '@/lib/queries/record-types'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'
import { EndingNotice } from './_view/ending-notice'

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
  const holding = recordTypesOn(day, null, versions)
  const waiting = versions.filter(({ approved }) => approved === null)
  const changed = versions.find(({ disposition }) => disposition === query.change) ?? null
  return (
    <DeskPage
      actor={actor}
      here="record-types"
      title={t('staff.recordType.title')}
      problem={query.problem !== undefined}
    >
      <div className="mx-auto max-w-[76rem] px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.recordType.title')}</h1>
        <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('staff.recordType.lead')}</p>
        <EndingNotice query={query} t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <Waiting actor={actor} waiting={waiting} versions={versions} clock={clock} />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <section aria-labelledby="holding-title" className="min-w-0">
            <h2 id="holding-title" className="mb-2 text-lg">
              {day === now
                ? t('staff.recordType.today')
                : t('staff.recordType.onDay', { day: dayWords(day, clock) })}
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
                  mayChange={actor.role === 'supervisor'}
                  clock={clock}
                />
              ))}
            </ul>
          </section>
          {actor.role === 'supervisor' ? (
            <EndingProposal
              actorId={actor.id}
              of={changed === null ? null : latestOf(changed.disposition, versions)}
              typed={kept?.form === 'propose' ? kept.values : null}
              firstDay={now}
              t={t}
            />
          ) : null}
        </div>
      </div>
    </DeskPage>
  )
}

/** Those that hold on the day, in their order, then those that do not. */
function dispositionsIn(holding: readonly TypeVersion[], all: readonly TypeVersion[]): readonly string[] {
  const others = all.filter(({ approved }) => approved === true)
  return [...new Set([...holding, ...others].map(({ disposition }) => disposition))]
}

function latestOf(disposition: string, versions: readonly TypeVersion[]): TypeVersion | null {
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

import { RetentionActs } from '@/components/staff/retention-acts'
import type { LifeAct } from '@/components/staff/retention-acts'
import { RetentionOutcomes } from '@/components/staff/retention-outcomes'
import { RetentionTable } from '@/components/staff/retention-table'
import { periodWords } from '@/components/staff/retention-words'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { readFilters } from '@/lib/domain/queue-filters'
import { erasedShownDays, readRetentionList } from '@/lib/domain/retention'
import type { RetentionList } from '@/lib/domain/retention'
import type { KeptAct } from '@/lib/drafts/kept-act'
import { listRetention } from '@/lib/queries/list-retention'
import type { deskClock } from '../_desk/clock'
import { deskClockFor } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm, shownOnce } from '../_http/kept-form'
import { outcomesForm } from './_act/retention-post'
import { ListLinks } from './_view/list-links'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What can be done to the cases of each list. */
const actsOf: Readonly<Record<RetentionList, readonly LifeAct[]>> = {
  waiting: ['erase', 'decline'],
  overdue: ['ask', 'keep', 'hold'],
  soon: ['ask', 'keep', 'hold'],
  held: ['lift'],
  erased: [],
}

const formId = 'retention-form'

/** Cases whose time ends or has ended, what waits for a second person, what is held and what was erased: one list at a time. */
export default async function RetentionPage({ searchParams }: Props) {
  const actor = await requireEntrance('retention')
  const query = await searchParams
  const list = readRetentionList(query.list)
  const { page } = readFilters(query, { districts: [], strands: [] })
  const [found, kept, outcomes] = await Promise.all([
    listRetention(actor, { list, page }),
    keptForm(actor, staffPaths.retentionList(list, page)),
    shownOnce(actor, outcomesForm.page, outcomesForm.form),
  ])
  const clock = await deskClockFor(actor)
  const { t } = clock
  const acts = found.rows.length === 0 ? [] : actsOf[list]
  return (
    <DeskPage
      actor={actor}
      here="retention"
      title={t('retention.title')}
      problem={query.problem !== undefined}
    >
      <div className="px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('retention.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('retention.lead')}</p>
        <DoneNotice query={query} t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {outcomes === null ? null : <RetentionOutcomes {...toldOf(outcomes)} t={t} />}
        <ListLinks here={list} counts={found.counts} t={t} />
        <h2 className="text-lg">{t(`retention.list.${list}`)}</h2>
        <p className="mb-3 text-ink-soft">
          {found.rows.length === 0
            ? t(`retention.empty.${list}`, { days: erasedShownDays })
            : t(`retention.note.${list}`, { days: currentForce().retention.warnDays })}
        </p>
        {found.rows.length === 0 ? null : (
          <RetentionTable
            list={list}
            items={found.rows}
            form={acts.length === 0 ? null : formId}
            ticked={tickedIn(kept)}
            clock={clock}
          />
        )}
        <p className="mt-4 flex gap-4">
          {page > 1 ? <a href={staffPaths.retentionList(list, page - 1)}>{t('retention.fewer')}</a> : null}
          {found.more ? <a href={staffPaths.retentionList(list, page + 1)}>{t('retention.more')}</a> : null}
        </p>
        {acts.length === 0 ? null : <Acts {...{ actor, list, page, acts, kept, clock }} />}
      </div>
    </DeskPage>
  )
}

interface ActsProps {
  readonly actor: Actor
  readonly list: RetentionList
  readonly page: number
  readonly acts: readonly LifeAct[]
  readonly kept: KeptAct | null
  readonly clock: ReturnType<typeof deskClock>
}

function Acts({ actor, list, page, acts, kept, clock: { t } }: ActsProps) {
  const from = { list, page: String(page) }
  return (
    <section aria-labelledby="retention-acts" className="card mt-4 max-w-xl">
      <h2 id="retention-acts" className="card-title">
        {t('retention.act.title')}
      </h2>
      <RetentionActs
        id={formId}
        action={staffPaths.retentionAct('act', from)}
        eraseAction={staffPaths.retentionAct('erase', from)}
        acts={acts}
        actorId={actor.id}
        longer={periodWords(currentForce().retention.longerAtOnce, t)}
        typed={kept?.values ?? {}}
        t={t}
      />
    </section>
  )
}

/** The references among the ticks that were kept. */
function tickedIn(kept: KeptAct | null): ReadonlySet<string> {
  const lines = (kept?.values.case ?? '').split('\n')
  return new Set(lines.flatMap((line) => line.split(' ')[0] ?? []))
}

function toldOf({ values }: KeptAct) {
  const outcomes = (values.outcomes ?? '').split('\n').map((line) => {
    const [reference = '', code = ''] = line.split(' ')
    return { reference, code }
  })
  return { act: values.act ?? '', outcomes }
}

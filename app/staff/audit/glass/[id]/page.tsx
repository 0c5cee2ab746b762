import { redirect } from 'next/navigation'
import { AuditTable } from '@/components/staff/audit-table'
import { GlassReviewForm } from '@/components/staff/glass-review-form'
import { PlainText } from '@/components/staff/plain-text'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { reviewDueWords, reviewFoundWords } from '@/components/staff/glass-words'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { isGlassOpen } from '@/lib/domain/broken-glass'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { listAuditOf } from '@/lib/queries/list-audit'
import { getGlass } from '@/lib/queries/list-glass'
import type { ListedGlass } from '@/lib/queries/list-glass'
import { openGlass } from '@/lib/queries/open-glass'
import type { GlassWords } from '@/lib/queries/open-glass'
import { deskClockFor, districtNames, forceNames } from '../../../_desk/clock'
import { GlassProblem } from '../../../_desk/glass-problem'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { AuditFrame } from '../../_audit/audit-frame'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * One broken glass: who, why and what they did meanwhile. A supervisor who looks reads the reason, which is a row in the audit, committed before it is
 * opened; an auditor sees the rest.
 */
export default async function OneGlassPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const { id } = await params
  const glass = await findOrNotFound(actor, id)
  const words = actor.role === 'supervisor' ? await openOrUnlogged(actor, glass.id) : null
  const [query, kept, { rows, names, more }] = await Promise.all([
    searchParams,
    keptForm(actor, staffPaths.auditGlassOf(id)),
    listAuditOf(actor, { accountId: glass.accountId, from: glass.brokenAt, to: glass.until }),
  ])
  const clock = await deskClockFor(actor)
  const { t } = clock
  return (
    <AuditFrame actor={actor} tab="glass" title={t('glass.one.title')} problem={query.problem !== undefined}>
      <a href={staffPaths.auditGlass} className="text-sm">
        {t('glass.one.back')}
      </a>
      <h1 className="mt-1 text-xl">{t('glass.one.title')}</h1>
      <GlassProblem query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <Facts glass={glass} clock={clock} />
      {words === 'unlogged' ? (
        <p role="alert" className="notice tone-danger max-w-measure">
          {t('staff.problem.not-logged')}
        </p>
      ) : (
        <Words words={words} clock={clock} />
      )}
      <h2 className="mt-5 mb-2 text-lg">{t('glass.one.did')}</h2>
      {more ? <p className="mb-2">{t('oversight.flags.newest', { shown: rows.length })}</p> : null}
      {rows.length === 0 ? (
        <p className="card text-ink-soft">{t('glass.one.didNothing')}</p>
      ) : (
        <AuditTable
          rows={rows.map((row) => ({ ...row, key: String(row.seq) }))}
          names={names}
          districts={districtNames()}
          forces={forceNames()}
          clock={clock}
        />
      )}
      {glass.reviewed === null && actor.role === 'supervisor' ? (
        <GlassReviewForm
          id={glass.id}
          actorId={actor.id}
          typed={kept?.form === 'review' ? kept.values : {}}
          t={t}
        />
      ) : null}
    </AuditFrame>
  )
}

async function findOrNotFound(actor: Actor, id: string): Promise<ListedGlass> {
  try {
    return await getGlass(actor, id)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}

/** The words, or that their row could not be written to the log, so that they stay closed. */
async function openOrUnlogged(actor: Actor, id: string): Promise<GlassWords | 'unlogged'> {
  try {
    return await openGlass(actor, id)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-logged') return 'unlogged'
    throw error
  }
}

function Facts({ glass, clock }: { readonly glass: ListedGlass; readonly clock: Clock }) {
  const { t } = clock
  const { who, role, reference, brokenAt, until, due, reviewed } = glass
  const said = { who, role: t(`staff.role.${role}`), reference: reference ?? '' }
  const { words, isLate } = reviewDueWords(due, clock)
  return (
    <div className="mt-1 mb-4 max-w-measure">
      <p>
        {t('glass.one.facts', { ...said, at: saidTime(brokenAt, clock) })}{' '}
        {isGlassOpen(glass, clock.now)
          ? t('glass.notice.open', { at: saidTime(until, clock) })
          : t('glass.notice.over')}
      </p>
      {reviewed === null ? (
        <p className={isLate ? 'font-semibold text-danger' : 'text-ink-soft'}>{words}</p>
      ) : (
        <p data-outcome={reviewed.outcome}>{reviewFoundWords(reviewed, clock)}</p>
      )}
    </div>
  )
}

/** `words` is null for whoever may not read them. */
function Words({ words, clock: { t } }: { readonly words: GlassWords | null; readonly clock: Clock }) {
  return (
    <section className="card max-w-measure" aria-labelledby="glass-reason">
      <h2 id="glass-reason" className="card-title">
        {t('glass.one.reason')}
      </h2>
      {words === null ? (
        <p className="text-ink-soft">{t('glass.one.reasonClosed')}</p>
      ) : (
        <>
          {words.reason === null ? (
            <p>{t('glass.one.reasonGone')}</p>
          ) : (
            <blockquote className="rounded-md bg-paper-2 px-3 py-2">
              <PlainText>{words.reason}</PlainText>
            </blockquote>
          )}
          <p className="mt-2 text-sm text-ink-soft">{t('glass.one.reasonRead')}</p>
          {words.note === null ? null : (
            <>
              <h3 className="mt-3 font-bold">{t('glass.one.noteRead')}</h3>
              <PlainText>{words.note}</PlainText>
            </>
          )}
        </>
      )}
    </section>
  )
}

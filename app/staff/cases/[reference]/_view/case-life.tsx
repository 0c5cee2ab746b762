import { RetentionActs } from '@/components/staff/retention-acts'
import type { LifeAct } from '@/components/staff/retention-acts'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { Kept } from '@/components/staff/case-acts'
import { dayWords, periodWords, lifeReasonWords, ruleWords } from '@/components/staff/retention-words'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { tickOf } from '@/lib/domain/many-cases'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { caseRetention } from '@/lib/queries/case-retention'
import type { CaseRetention } from '@/lib/queries/case-retention'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly kept: Kept | null
  readonly clock: Clock
}

/** How long the case is kept, who wants it erased, and what this person may do about it. For whoever decides such things. */
export async function CaseLife({ actor, headline, may, kept, clock }: Props) {
  if (!may.has('keep-longer')) return null
  const { t } = clock
  const { reference } = headline
  const life = await caseRetention(actor, reference)
  const acts = actsOn(life)
  const isTried = kept?.form === 'retention' || kept?.form === 'erase'
  return (
    <section className="card" aria-labelledby="life-title">
      <h3 id="life-title" className="card-title">
        {t('retention.card.title')}
      </h3>
      <Told life={life} clock={clock} />
      {life.erasedAt === null && may.has('request-erasure') ? (
        <p className="mt-1">
          <a href={staffPaths.exporting(reference)}>{t('exporting.title')}</a>
        </p>
      ) : null}
      {acts.length === 0 ? null : (
        <details open={isTried} className="mt-2 border-t border-line pt-2.5">
          <summary className="cursor-pointer font-semibold text-brand">{t('retention.card.decide')}</summary>
          <div className="mt-2.5">
            <RetentionActs
              id="life-form"
              action={staffPaths.retentionAct('act', { case: reference })}
              eraseAction={staffPaths.retentionAct('erase', { case: reference })}
              acts={acts}
              actorId={actor.id}
              tick={tickOf(headline)}
              isOwn={life.request?.isOwn === true}
              longer={periodWords(currentForce().retention.longerAtOnce, t)}
              typed={isTried ? kept.values : {}}
              t={t}
            />
          </div>
        </details>
      )}
    </section>
  )
}

function Told({ life, clock }: { readonly life: CaseRetention; readonly clock: Clock }) {
  const { t } = clock
  const { retention, legalHold, erasedAt, request } = life
  if (erasedAt !== null) return <p>{t('retention.card.erased', { at: saidTime(erasedAt, clock) })}</p>
  const values = request && { name: request.by, at: saidTime(request.at, clock) }
  return (
    <>
      <p>
        {retention === null
          ? t('retention.card.open')
          : t('retention.card.due', { day: dayWords(retention.dueOn, clock) })}
      </p>
      {retention === null ? null : <p className="text-sm text-ink-soft">{`${ruleWords(retention, t)}.`}</p>}
      {legalHold === null ? null : (
        <p className="mt-1 font-semibold">
          {t('retention.card.held', { reason: lifeReasonWords(legalHold, t) })}
        </p>
      )}
      {request === null || values === null ? null : (
        <p className="mt-1 font-semibold">
          {t('retention.card.asked', { ...values, reason: lifeReasonWords(request.reason, t) })}
        </p>
      )}
      {request?.isOwn === true ? <p>{t('retention.own')}</p> : null}
    </>
  )
}

/** What makes sense as it stands; the commands and the database ask again. */
function actsOn({ retention, legalHold, erasedAt, request }: CaseRetention): readonly LifeAct[] {
  if (erasedAt !== null) return []
  const hold = legalHold === null ? 'hold' : 'lift'
  if (request !== null)
    return [...(request.isOwn || legalHold !== null ? [] : (['erase'] as const)), 'decline', hold]
  if (retention === null) return [hold]
  return [...(legalHold === null ? (['ask'] as const) : []), 'keep', hold]
}

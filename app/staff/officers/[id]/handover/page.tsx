import { ReasonField } from '@/components/staff/act-fields'
import { aboutWords, sourceWords } from '@/components/staff/case-words'
import type { Clock } from '@/components/staff/clock'
import { nextLine } from '@/components/staff/clock-words'
import { routingReasonWords } from '@/components/staff/suggestion'
import { RiskMark } from '@/components/staff/risk-mark'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { tickOf } from '@/lib/domain/many-cases'
import { bookOf, mostInBook } from '@/lib/queries/book-of'
import type { BookedCase } from '@/lib/queries/book-of'
import { deskClock, districtNames } from '../../../_desk/clock'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm, shownOnce } from '../../../_http/kept-form'
import { OfficersFrame } from '../../_view/officers-frame'
import { HandoverOutcomes } from '../_view/handover-outcomes'
import { findBook, outcomesForm } from './_act/find-book'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** All that an officer holds, where each case would go and why, and one press that hands over all of them. */
export default async function HandoverPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  const officer = await findBook(actor, (await params).id)
  const page = staffPaths.officerAct(officer.id, 'handover')
  const [{ cases: book, hasMore }, kept, query, outcomes] = await Promise.all([
    bookOf(actor, officer),
    keptForm(actor, page),
    searchParams,
    shownOnce(actor, page, outcomesForm(officer.id).form),
  ])
  const clock = deskClock()
  const { t } = clock
  const going = book.filter(({ to }) => to !== null)
  return (
    <OfficersFrame
      actor={actor}
      tab={null}
      title={t('offer.handover.title')}
      problem={query.problem !== undefined}
    >
      <a href={staffPaths.officer(officer.id)} className="text-sm">
        {t('offer.handover.back')}
      </a>
      <h1 className="mt-1 mb-1 text-xl">
        {t('offer.handover.title')}: <bdi>{officer.name}</bdi>
      </h1>
      <p className="mb-3 text-ink-soft">{t('offer.handover.lead')}</p>
      <DoneNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      {outcomes === null ? null : <HandoverOutcomes told={outcomes.values.outcomes ?? ''} t={t} />}
      {book.length === 0 ? <p className="card">{t('offer.handover.none')}</p> : null}
      {hasMore ? (
        <p className="notice tone-warn mb-3 py-2">{t('offer.handover.others', { count: mostInBook })}</p>
      ) : null}
      <ul className="mb-4 grid gap-3">
        {book.map((one) => (
          <Booked key={one.reference} one={one} clock={clock} />
        ))}
      </ul>
      {going.length === 0 ? null : (
        <form method="post" action={`${page}/move`} className="card grid max-w-2xl gap-3">
          <input type="hidden" name="shown-to" value={actor.id} />
          {going.map((one) => (
            <Going key={one.reference} one={one} />
          ))}
          <ReasonField
            id="handover-reason"
            name="reason"
            label={t('offer.handover.reason')}
            hint={t('offer.handover.reasonHint')}
            value={kept?.values.reason}
          />
          <div>
            <Button>{t('offer.handover.submit', { count: going.length })}</Button>
          </div>
        </form>
      )}
    </OfficersFrame>
  )
}

function Going({ one }: { readonly one: BookedCase }) {
  return (
    <>
      <input type="hidden" name="case" value={tickOf(one)} />
      <input type="hidden" name={`to-${one.reference}`} value={one.to?.accountId ?? ''} />
    </>
  )
}

function Booked({ one, clock }: { readonly one: BookedCase; readonly clock: Clock }) {
  const { t } = clock
  return (
    <li className="card grid gap-1 md:grid-cols-2 md:gap-4">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <RiskMark risk={one.risk} t={t} />
          <a href={staffPaths.case(one.reference)} className="font-semibold whitespace-nowrap">
            {one.reference}
          </a>
        </p>
        <p className="text-ink-soft">
          {sourceWords(one, districtNames(), t)}. {aboutWords(one, t)}. {nextLine(one, clock)}.
        </p>
      </div>
      <div>
        <p>{one.to === null ? t('offer.handover.stays') : t('offer.handover.goes', { name: one.to.name })}</p>
        <p className="text-sm text-ink-soft">
          {[t(`rules.routing.${one.rule}`), ...routingReasonWords(one.reasons, clock)].join('; ')}.
        </p>
      </div>
    </li>
  )
}

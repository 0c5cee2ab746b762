import { ReasonField } from '@/components/staff/act-fields'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayHold } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import { bookOf, mostInBook } from '@/lib/queries/book-of'
import type { BookedCase } from '@/lib/queries/book-of'
import { listHolders } from '@/lib/queries/list-holders'
import { deskClock } from '../../../_desk/clock'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm, shownOnce } from '../../../_http/kept-form'
import { OfficersFrame } from '../../_view/officers-frame'
import { HandoverOutcomes } from '../_view/handover-outcomes'
import { findBook, outcomesForm } from './_act/find-book'
import { Booked } from './_view/booked-case'
import { ShiftLine } from './_view/shift-line'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** All that an officer holds, where each case would go and why, and one form that hands over what is chosen, at the end of a shift or for good. */
export default async function HandoverPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  const officer = await findBook(actor, (await params).id)
  const page = staffPaths.officerAct(officer.id, 'handover')
  const [{ cases: book, hasMore, shifts }, holders, kept, query, outcomes] = await Promise.all([
    bookOf(actor, officer),
    listHolders(actor, { restricted: false, namedIds: [], conflictedIds: [] }),
    keptForm(actor, page),
    searchParams,
    shownOnce(actor, page, outcomesForm(officer.id).form),
  ])
  const clock = deskClock()
  const { t } = clock
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
      <ShiftLine shifts={shifts} clock={clock} />
      {book.length === 0 ? null : (
        <form method="post" action={`${page}/move`} className="grid gap-3">
          <input type="hidden" name="shown-to" value={actor.id} />
          <ul className="grid gap-3">
            {book.map((one) => (
              <Booked
                key={one.reference}
                {...{ one, clock }}
                holders={holders.filter(({ id, role }) => id !== officer.accountId && mayTake(one, id, role))}
                typed={kept?.values ?? {}}
              />
            ))}
          </ul>
          <div className="card grid max-w-2xl gap-3">
            <ReasonField
              id="handover-reason"
              name="reason"
              label={t('offer.handover.reason')}
              hint={t('offer.handover.reasonHint')}
              isRequired={false}
              value={kept?.values.reason}
            />
            <div>
              <Button>{t('offer.handover.submit')}</Button>
            </div>
          </div>
        </form>
      )}
    </OfficersFrame>
  )
}

/** Whether somebody may hold this case of the book. */
function mayTake(one: BookedCase, id: string, role: string): boolean {
  const known = roles.find((each) => each === role)
  return known !== undefined && mayHold({ id, role: known }, one)
}

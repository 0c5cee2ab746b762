import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { callBacksOf } from '@/lib/queries/call-backs-of'
import { deskClock } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { shownTo } from '../../../_desk/shown-to'
import { keptForm } from '../../../_http/kept-form'
import { planOrLead } from './_act/plan-or-lead'
import { NextCall } from './_view/next-call'
import { OfferTimes } from './_view/offer-times'
import { PastCalls } from './_view/past-calls'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** When somebody is rung back: the times that are safe for them, the one that is agreed, and what came of those before. */
export default async function CallBackPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { headline, may, known } = await planOrLead(session, (await params).reference)
  const { reference } = headline
  const [{ next, past }, kept, query] = await Promise.all([
    callBacksOf(actor, headline.id),
    keptForm(actor, staffPaths.callBack(reference)),
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  const shown = shownTo(actor, headline)
  return (
    <DeskPage actor={actor} here={null} title={t('callBack.pageTitle')} problem={query.problem !== undefined}>
      <UnsavedGuard />
      <div className="mx-auto max-w-[44rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('callBack.back')}
        </a>
        <h1 className="mt-1 mb-3 text-xl">{t('callBack.heading', { reference })}</h1>
        <DoneNotice query={query} own="callBack" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {next === null ? null : (
          <NextCall
            {...{ next, shown, clock }}
            plan={known?.plan ?? null}
            mayRecord={may.has('record-contact')}
            typed={kept?.values['cancel-reason']}
          />
        )}
        <OfferTimes
          {...{ shown, known, clock }}
          isMove={next !== null}
          typed={kept?.values ?? {}}
          mayChangePlan={may.has('change-plan')}
        />
        <PastCalls {...{ past, clock }} />
      </div>
    </DeskPage>
  )
}

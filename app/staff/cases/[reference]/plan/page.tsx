import { formWords } from '@/components/journey/form-words'
import { ContactPanel } from '@/components/staff/contact-panel'
import { PlanForm } from '@/components/staff/plan-form'
import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { requireSession } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { waysKnown } from '@/lib/domain/contact/known-by'
import { standingOf } from '@/lib/domain/contact/standing'
import { shownReach } from '@/lib/journeys/reach-mask'
import type { OpenedPlan } from '@/lib/queries/open-plan'
import type { Clock } from '@/components/staff/clock'
import { deskClock } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { shownTo } from '../../../_desk/shown-to'
import { keptForm } from '../../../_http/kept-form'
import { planForm } from './_act/plan-form'
import { readPlanPage } from './_act/read-plan-page'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/**
 * For somebody who rings, without their code, and says how they may be reached from now on. The plan that holds is shown as on the case, with what
 * it keeps back kept back, and the form is empty of it: what is asked anew is what holds.
 */
export default async function PlanPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const query = await searchParams
  const { headline, held, parts, typed } = await readPlanPage(
    session,
    (await params).reference,
    query.problem,
  )
  const { reference } = headline
  const kept = await keptForm(actor, planForm(reference).page)
  // The form says itself what is missing.
  const isIncomplete = typed.isKnownMissing || Object.keys(typed.errors).length > 0
  const clock = deskClock()
  const { t } = clock
  return (
    <DeskPage actor={actor} here={null} title={t('reach.replan.title')} problem={query.problem !== undefined}>
      <UnsavedGuard />
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('reach.replan.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('reach.replan.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('reach.replan.lead')}</p>
        {isIncomplete ? null : <DoneNotice query={held === null ? { problem: 'not-opened' } : query} t={t} />}
        <KeptNotice query={query} kept={kept} t={t} />
        {held === null ? null : (
          <>
            <HeldPlan held={held} clock={clock} />
            <p className="mt-4 mb-6 font-semibold">{t('reach.replan.empty')}</p>
            <PlanForm
              action={`${staffPaths.casePlan(reference)}/put`}
              shown={shownTo(actor, headline)}
              planVersion={held.version}
              {...{ parts, typed }}
              ways={waysKnown.map((value) => ({ value, label: t(`reach.known.${value}`) }))}
              words={formWords(t)}
              said={saidWords(t)}
            />
          </>
        )}
      </div>
    </DeskPage>
  )
}

/** The plan that holds, with nothing in it that the case's own page would keep back. */
function HeldPlan({ held, clock }: { readonly held: OpenedPlan; readonly clock: Clock }) {
  const { madeAt, madeBy } = held
  const whole = { ...held.plan, postalAddress: null }
  const { plan, number } = shownReach(whole, false, clock.now, currentForce())
  const changed = madeAt === null || madeBy === null ? null : { at: madeAt, by: madeBy }
  const ways = standingOf(whole, clock.now, currentForce())
  const isHidden = held.plan.postalAddress !== null
  return (
    <ContactPanel plan={plan} now={{ changed, ways, number, clock }} addressHidden={isHidden} t={clock.t} />
  )
}

function saidWords(t: Clock['t']) {
  return {
    apply: t('reach.replan.apply'),
    known: t('reach.replan.known'),
    knownHint: t('reach.replan.knownHint'),
    knownMissing: t('reach.replan.knownMissing'),
    wider: t('reach.replan.wider'),
    submit: t('reach.replan.submit'),
  }
}

import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
import { listSupport } from '@/lib/queries/list-support'
import { deskClockFor, forceNames } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { mayGiveOut } from '../_act/may-give-out'
import { ConsentForm } from './_view/consent-form'
import { Supports } from './_view/supports'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** To which support services somebody agreed, and where these are told. Looking at the page opens nothing. */
export default async function ReferPage({ params, searchParams }: Props) {
  const { actor } = await requireSession()
  const { id, reference } = await mayGiveOut(actor, (await params).reference)
  const page = staffPaths.refer(reference)
  await requireStepUp(page)
  const [query, kept, clock, supports] = await Promise.all([
    searchParams,
    keptForm(actor, page),
    deskClockFor(actor),
    listSupport(actor, id),
  ])
  const { t } = clock
  const held = new Set(supports.flatMap(({ service, endedAt }) => (endedAt === null ? [service] : [])))
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={t('waysOut.refer.title')}
      problem={query.problem !== undefined}
    >
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('waysOut.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('waysOut.refer.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('waysOut.refer.lead')}</p>
        <DoneNotice query={query} own="waysOut.refer" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <Supports
          {...{ supports, clock }}
          names={forceNames()}
          action={`${page}/tell`}
          actorId={actor.id}
          typed={kept?.form === 'support-tell' ? kept.values : {}}
        />
        <ConsentForm
          action={`${page}/agree`}
          actorId={actor.id}
          services={servicesToRefer(currentForce()).filter((one) => !held.has(one.id))}
          today={today()}
          typed={kept?.form === 'support-agree' ? kept.values : {}}
          t={t}
        />
      </div>
    </DeskPage>
  )
}

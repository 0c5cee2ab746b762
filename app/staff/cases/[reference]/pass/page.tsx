import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { listPassings } from '@/lib/queries/list-passings'
import { ownExchange } from '@/lib/queries/own-exchange'
import { listPartners } from '@/lib/queries/partner-forces'
import { deskClockFor, forceNames } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { mayGiveOut } from '../_act/may-give-out'
import { PassForm } from './_view/pass-form'
import { Passings } from './_view/passings'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Passes a case to another force, and says what came of it. Looking at the page opens nothing. */
export default async function PassPage({ params, searchParams }: Props) {
  const { actor } = await requireSession()
  const { id, reference } = await mayGiveOut(actor, (await params).reference)
  const page = staffPaths.passing(reference)
  await requireStepUp(page)
  const [query, kept, clock, partners, passings] = await Promise.all([
    searchParams,
    keptForm(actor, page),
    deskClockFor(actor),
    listPartners(actor),
    listPassings(actor, id),
  ])
  const { t } = clock
  const has = new Set(passings.flatMap(({ partner, state }) => (state === 'acknowledged' ? [partner] : [])))
  const names = forceNames()
  const forces = partners
    .filter(({ active, partner }) => active && !has.has(partner))
    .map(({ partner }) => ({ id: partner, name: names.get(partner) ?? partner }))
  return (
    <DeskPage actor={actor} here={null} title={t('waysOut.pass.title')} problem={query.problem !== undefined}>
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('waysOut.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('waysOut.pass.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('waysOut.pass.lead')}</p>
        <DoneNotice query={query} own="waysOut" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <Passings
          {...{ passings, names, clock }}
          action={`${page}/acknowledged`}
          actorId={actor.id}
          typed={kept?.form === 'acknowledged' ? kept.values.theirs : undefined}
        />
        <PassForm
          action={`${page}/send`}
          actorId={actor.id}
          forces={forces}
          hasKeys={ownExchange() !== null}
          typed={kept?.form === 'pass' ? kept.values : {}}
          t={t}
        />
      </div>
    </DeskPage>
  )
}

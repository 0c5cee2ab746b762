import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { deskClockFor } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { mayGiveOut } from '../_act/may-give-out'
import { HandOutForm } from './_view/hand-out-form'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Makes a hand-over document of a case for the force's records system: which parts and why. Looking at the page opens nothing. */
export default async function HandOutPage({ params, searchParams }: Props) {
  const { actor } = await requireSession()
  const { reference } = await mayGiveOut(actor, (await params).reference)
  const page = staffPaths.handOut(reference)
  await requireStepUp(page)
  const [query, kept, clock] = await Promise.all([searchParams, keptForm(actor, page), deskClockFor(actor)])
  const { t } = clock
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={t('waysOut.handOut.title')}
      problem={query.problem !== undefined}
    >
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('waysOut.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('waysOut.handOut.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('waysOut.handOut.lead')}</p>
        <DoneNotice query={query} own="waysOut" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <HandOutForm action={`${page}/file`} actorId={actor.id} typed={kept?.values ?? null} t={t} />
      </div>
    </DeskPage>
  )
}

import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { linkRequestsOf } from '@/lib/queries/link-requests'
import { patternOfCase } from '@/lib/queries/pattern-of-case'
import { tiesOfCase } from '@/lib/queries/ties-of-case'
import { deskClock } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { shownTo } from '../../../_desk/shown-to'
import { keptForm } from '../../../_http/kept-form'
import { GoesOnNotice } from '../_view/case-ties'
import { workedCase } from './_act/read-work-page'
import { CameSection } from './_view/came-section'
import { LinkSection } from './_view/link-section'
import { MergeSection } from './_view/merge-section'
import { PatternSection } from './_view/pattern-section'
import { TiesSection } from './_view/ties-section'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** What belongs with a case: links and merges. Nothing that anybody wrote is opened here. */
export default async function WorkPage({ params, searchParams }: Props) {
  const { actor } = await requireSession()
  const headline = await workedCase(actor, (await params).reference)
  const { id, reference, goesOnInId } = headline
  const [query, ties, patterns, requests, kept] = await Promise.all([
    searchParams,
    tiesOfCase(actor, id),
    patternOfCase(actor, headline),
    linkRequestsOf(actor, id),
    keptForm(actor, staffPaths.caseWork(reference)),
  ])
  const clock = deskClock()
  const { t } = clock
  const form = { shown: shownTo(actor, headline), kept, t }
  return (
    <DeskPage actor={actor} here={null} title={t('work.title')} problem={query.problem !== undefined}>
      <UnsavedGuard />
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('work.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('work.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('work.lead')}</p>
        <DoneNotice query={query} own="work" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {goesOnInId === null ? null : <GoesOnNotice goesOnIn={ties.goesOnIn} t={t} />}
        <div className="grid gap-4">
          <CameSection shown={form.shown} came={requests.came} clock={clock} />
          <PatternSection
            {...{ patterns, requests, clock }}
            shown={form.shown}
            mayAsk={!headline.restricted}
          />
          <TiesSection shown={form.shown} ties={ties} clock={clock} />
          <LinkSection {...form} />
          <MergeSection {...form} isMerged={goesOnInId !== null} />
        </div>
      </div>
    </DeskPage>
  )
}

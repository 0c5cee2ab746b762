import { SentTable } from '@/components/staff/sent-table'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { sentByMe } from '@/lib/queries/sent-by-me'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'
import { AdviceForm } from './_view/advice-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where a colleague asks a liaison officer's advice, and sees where what they asked stands. */
export default async function AdvicePage({ searchParams }: Props) {
  const actor = await requireEntrance('advice')
  const [query, kept, asked] = [
    await searchParams,
    await keptForm(actor, staffPaths.advice),
    await sentByMe(actor, 'colleague'),
  ]
  const clock = deskClock()
  const { t } = clock
  const problem = query.problem === 'invalid' ? undefined : query.problem
  return (
    <DeskPage actor={actor} here="advice" title={t('advice.title')} problem={query.problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('advice.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('advice.lead')}</p>
        <DoneNotice query={{ ...query, problem }} t={t} />
        {query.problem === 'invalid' ? (
          <p role="alert" className="notice tone-danger mb-4 py-2">
            {t('advice.invalid')}
          </p>
        ) : null}
        {query.asked === 'yes' ? (
          <p role="status" className="notice tone-good mb-4 py-2">
            {t('advice.done')}
          </p>
        ) : null}
        <KeptNotice query={query} kept={kept} t={t} />
        <AdviceForm kept={kept?.values} actorId={actor.id} t={t} />
        <section aria-labelledby="asked-title" className="mt-8">
          <h2 id="asked-title" className="mb-2 text-lg">
            {t('advice.asked')}
          </h2>
          {asked.length === 0 ? (
            <p className="text-ink-soft">{t('advice.none')}</p>
          ) : (
            <SentTable rows={asked} clock={clock} />
          )}
        </section>
      </div>
    </DeskPage>
  )
}

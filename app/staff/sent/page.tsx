import { SentTable } from '@/components/staff/sent-table'
import { LinkButton } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { sentByMe } from '@/lib/queries/sent-by-me'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What somebody of a reporting centre sent themselves, and where each stands. */
export default async function SentPage({ searchParams }: Props) {
  const actor = await requireEntrance('sent')
  const [query, sent] = [await searchParams, await sentByMe(actor, 'third-party-centre')]
  const clock = deskClock()
  const { t } = clock
  return (
    <DeskPage actor={actor} here="sent" title={t('sent.title')} problem={query.problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('sent.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('sent.lead')}</p>
        <DoneNotice query={query} t={t} />
        {sent.length === 0 ? (
          <p className="card text-ink-soft">{t('sent.none')}</p>
        ) : (
          <SentTable rows={sent} clock={clock} />
        )}
        <p className="mt-5">
          <LinkButton href={staffPaths.record}>{t('sent.record')}</LinkButton>
        </p>
      </div>
    </DeskPage>
  )
}

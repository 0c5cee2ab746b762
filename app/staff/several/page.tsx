import { SeveralOutcomes } from '@/components/staff/queue/several-outcomes'
import { requireEntrance } from '@/lib/auth/require-actor'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../_desk/desk-page'
import { lastSeveral } from './_act/last-several'
import { queueWith } from './_act/queue-form'

/** What became of each of several cases. Looking at it again does nothing. */
export default async function SeveralPage() {
  const actor = await requireEntrance('queue')
  const last = await lastSeveral(actor)
  const t = translator('en')
  return (
    <DeskPage actor={actor} here={null} title={t('speed.several.title')}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="mb-3 text-xl">{t('speed.several.title')}</h1>
        {last === null ? (
          <p className="card text-ink-soft">{t('speed.several.nothing')}</p>
        ) : (
          <SeveralOutcomes act={last.act} outcomes={last.outcomes} t={t} />
        )}
        <p className="mt-4">
          <a href={queueWith(last?.query ?? '')}>{t('speed.several.back')}</a>
        </p>
      </div>
    </DeskPage>
  )
}

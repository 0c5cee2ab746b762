import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { daysToKnow, momentAt, readPreview } from '@/lib/domain/offers/preview-query'
import { loadRota } from '@/lib/queries/load-rota'
import { deskClock, districtChoices } from '../../_desk/clock'
import { OfficersFrame } from '../_view/officers-frame'
import { PreviewForm } from './_view/preview-form'
import { PreviewResult } from './_view/preview-result'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where a case would go, and why: of one that is made up, by the rota as it is. Nothing is kept. */
export default async function PreviewPage({ searchParams }: Props) {
  const actor = await requireEntrance('rota-oversight')
  const force = currentForce()
  const query = readPreview(await searchParams, force, [...districtChoices().keys()])
  const clock = deskClock()
  const { t } = clock
  const { at, problem } = momentAt(query.moment, force, clock.now)
  return (
    <OfficersFrame actor={actor} tab="preview" title={t('offer.preview.title')}>
      <h1 className="text-xl">{t('offer.preview.title')}</h1>
      <p className="mb-4 text-ink-soft">{t('offer.preview.lead')}</p>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <PreviewForm query={query} problem={problem} t={t} />
        {query.isAsked ? (
          <PreviewResult query={query} at={at} rota={await loadRota(actor, daysToKnow)} clock={clock} />
        ) : null}
      </div>
    </OfficersFrame>
  )
}

import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { workGroups } from '@/lib/domain/work-sets'
import { translator } from '@/lib/i18n/translate'
import { countQueue } from '@/lib/queries/count-queue'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { ownPromises } from '@/lib/queries/work-of-people'
import { OwnExposure } from '../../_desk/own-exposure'
import { InsightFrame } from '../_view/insight-frame'
import { Part } from '../_view/part'
import { SetFigures } from '../_view/set-figures'

const holder = 'mine'
// What nobody holds is nobody's own.
const own = [...workGroups.now, ...workGroups.promises].filter((set) => set !== 'nobody')

/** What somebody has to do themselves, how their promises went, and how much they read. */
export default async function OwnInsightPage() {
  const actor = await requireEntrance('insight')
  const t = translator('en')
  const [counts, queue, promises] = await Promise.all([
    countWork(actor, holder),
    countQueue(actor),
    ownPromises(actor),
  ])
  const asked = { count: queue.asked, words: t('insight.own.asked'), href: staffPaths.asked }
  const sum = sumOf(counts.values())
  return (
    <InsightFrame actor={actor} tab="own" counts={queue}>
      <Part id="own" title={t('insight.own.title')}>
        <p>
          <a href={staffPaths.workSet('open', [['holder', holder]])}>
            {t('insight.own.holds', { count: sum.open })}
          </a>
        </p>
        <SetFigures first={asked} sets={own} counts={sum} narrowed={[['holder', holder]]} t={t} />
      </Part>
      <Part id="kept" title={t('insight.own.kept')}>
        <p>{t('insight.own.keptLine', promises)}</p>
      </Part>
      <Part id="exposure" title={t('insight.own.exposure')}>
        <OwnExposure actor={actor} t={t} />
        <p>{t('insight.own.help')}</p>
      </Part>
    </InsightFrame>
  )
}

import { saidHour, saidLongDay } from '@/components/staff/clock'
import { PrintButton } from '@/components/staff/print-button'
import { Story } from '@/components/staff/story'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { deskClockFor, forceNames } from '../../../../_desk/clock'
import { DeskPage } from '../../../../_desk/desk-page'
import { readStory } from '../_act/read-story'
import { StoryTop } from '../_view/story-top'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
}

/** The story of a case for paper: nothing around it, and on each sheet who printed it and when. That it was made is in the audit. */
export default async function StoryPaperPage({ params }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { headline, moments, names } = await readStory(session, (await params).reference, true)
  const clock = await deskClockFor(actor, headline.recordTypeId)
  const { t } = clock
  const at = `${saidLongDay(clock.now, clock)} ${saidHour(clock.now, clock)}`
  return (
    <DeskPage actor={actor} here={null} title={t('casework.story.paperTitle')}>
      <div className="paper mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <div className="paper-body">
          <div className="no-print mb-4">
            <a href={staffPaths.caseStory(headline.reference)} className="text-sm">
              {t('casework.story.backToStory')}
            </a>
            <p className="my-2 text-ink-soft">{t('casework.story.paperHint')}</p>
            <PrintButton label={t('casework.story.print')} />
          </div>
          <StoryTop headline={headline} clock={clock} />
          <Story moments={moments} names={new Map([...names, ...forceNames()])} clock={clock} />
        </div>
        <div className="paper-foot">
          <p className="border-t border-line pt-2 text-sm">
            <b>{t('casework.story.mark', { name: actor.name, role: t(`staff.role.${actor.role}`), at })}</b>{' '}
            {t('casework.story.keep')}
          </p>
        </div>
      </div>
    </DeskPage>
  )
}

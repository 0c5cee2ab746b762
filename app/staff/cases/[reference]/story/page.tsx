import { Story } from '@/components/staff/story'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { deskClockFor, forceNames } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { readStory } from './_act/read-story'
import { StoryTop } from './_view/story-top'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
}

/** What happened in a case, day by day. Looking at it opens the case, under audit, as its own page does. */
export default async function StoryPage({ params }: Props) {
  const session = await requireSession()
  const { headline, moments, names } = await readStory(session, (await params).reference, false)
  const clock = await deskClockFor(session.actor, headline.recordTypeId)
  const { t } = clock
  return (
    <DeskPage actor={session.actor} here={null} title={t('casework.story.title')}>
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(headline.reference)} className="text-sm">
          {t('casework.story.back')}
        </a>
        <StoryTop headline={headline} clock={clock} />
        <p className="mb-3 text-ink-soft">{t('casework.story.lead')}</p>
        <Story moments={moments} names={new Map([...names, ...forceNames()])} clock={clock} />
        <p className="mb-3 text-sm text-ink-soft">{t('casework.story.quiet')}</p>
        <p>
          <a href={staffPaths.caseStoryPaper(headline.reference)} aria-describedby="to-paper">
            {t('casework.story.toPaper')}
          </a>
        </p>
        <p id="to-paper" className="text-sm text-ink-soft">
          {t('casework.story.toPaperHint')}
        </p>
      </div>
    </DeskPage>
  )
}

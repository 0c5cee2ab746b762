import { LiveCase } from '@/components/staff/live/live-case'
import { beHere } from '@/lib/commands/be-here'
import { now } from '@/lib/adapters/clock'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import type { OpenedCase } from '@/lib/queries/open-case'

interface Props {
  readonly actor: Actor
  readonly reference: string
  /** Null where the page shows none of it. */
  readonly opened: OpenedCase | null
  /** Which state of it the page was made from. */
  readonly mark: string | null
  /** A form of the page is filled in as it was, or something in it is to be put right. */
  readonly isKept: boolean
  readonly t: Translate
}

/** What keeps the page of an open case as it is now. That the page is made says that its person has the case open. */
export async function LiveCasePart({ actor, reference, opened, mark, isKept, t }: Props) {
  if (opened === null || mark === null) return null
  const others = await beHere(actor, reference, 0, false)
  const named = (word: string) => t(`live.case.${word}`, { name: '{name}' })
  return (
    <LiveCase
      {...{ mark, others }}
      stays={isKept}
      href={staffPaths.live(now().getTime(), reference)}
      hereUrl={staffPaths.caseAction(reference, 'here')}
      words={{
        changed: t('live.case.changed'),
        show: t('live.case.show'),
        updated: t('live.case.updated'),
        gone: t('live.case.gone'),
        lost: t('live.case.lost'),
        ended: t('live.ended'),
        open: named('open'),
        writing: named('writing'),
        both: named('both'),
      }}
    />
  )
}

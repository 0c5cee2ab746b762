import type { ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'

const tabs = {
  list: staffPaths.officers,
  gaps: staffPaths.officerGaps,
  training: staffPaths.officerTraining,
  preview: staffPaths.officerPreview,
} as const
type Tab = keyof typeof tabs
const order = ['list', 'gaps', 'training', 'preview'] as const

interface Props {
  readonly actor: Actor
  /** Null on a page below one of them. */
  readonly tab: Tab | null
  /** What kind of page it is, where that is not the tab's own. */
  readonly title?: string
  /** True when the page shows something to put right. */
  readonly problem?: boolean
  readonly children: ReactNode
}

const look =
  'inline-block border-b-2 border-transparent py-1.5 text-ink no-underline hover:border-line-strong aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand'

/** The frame of the pages about officers. What looks over all of them is a supervisor's. */
export function OfficersFrame({ actor, tab, title, problem = false, children }: Props) {
  const t = translator('en')
  const ofTab = t(`staff.officer.tab.${tab ?? 'list'}`)
  return (
    <DeskPage actor={actor} here="officers" title={title ?? ofTab} problem={problem}>
      <div className="px-4 py-4 md:px-6">
        {mayEnter(actor.role, 'rota-oversight') ? (
          <nav aria-label={t('staff.officer.tab.label')} className="no-print mb-4 border-b border-line">
            <ul className="flex flex-wrap gap-x-6">
              {order.map((each) => (
                <li key={each}>
                  <a href={tabs[each]} aria-current={each === tab ? 'page' : undefined} className={look}>
                    {t(`staff.officer.tab.${each}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {children}
      </div>
    </DeskPage>
  )
}

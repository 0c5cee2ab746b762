import { Fragment } from 'react'
import { staffPaths } from '@/lib/config/paths'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { Translate } from '@/lib/i18n/translate'
import { goKeys } from '@/components/staff/desk-places'
import type { DeskPlace } from '@/components/staff/desk-places'
import { Key } from '@/components/staff/key'
import { areaItems, queueItems } from '@/components/staff/nav-items'
import type { NavCounts, NavItem } from '@/components/staff/nav-items'
import type { SavedView } from '@/lib/domain/own-queue/saved-view'

interface Props {
  readonly here: DeskPlace | null
  readonly areas: readonly DeskArea[]
  /** Null for roles without a queue. */
  readonly counts: NavCounts | null
  readonly holdsCases: boolean
  /** Views of the queue that they keep. */
  readonly views: readonly SavedView[]
  readonly t: Translate
}

/** Where the link to the sections leads on a narrow screen. */
export const sectionsId = 'sections'

/** The sections: a column beside the page on a wide screen. On a narrow one they are folded away until their link is pressed, so that a page begins
 * with what it is for: by the address alone, without JavaScript and in every browser. */
export function DeskNav({ here, areas, counts, holdsCases, views, t }: Props) {
  const groups = [queueItems(counts, holdsCases), areaItems(areas)].filter((group) => group.length > 0)
  return (
    <nav
      id={sectionsId}
      aria-label={t('staff.sections')}
      className="gap-0.5 max-lg:hidden max-lg:scroll-mt-20 max-lg:pb-2 max-lg:target:grid lg:flex lg:flex-col"
    >
      {groups.map((group, index) => (
        <Fragment key={group[0]?.place}>
          <ul className={list}>
            {group.map((item) => (
              <li key={item.place}>
                <NavLink item={item} current={item.place === here} t={t} />
              </li>
            ))}
          </ul>
          {index === 0 && counts !== null ? <Views views={views} here={here} t={t} /> : null}
        </Fragment>
      ))}
      <a href="#main" className={`${link} text-brand underline underline-offset-3 lg:hidden`}>
        {t('staff.closeSections')}
      </a>
    </nav>
  )
}

const list =
  'gap-0.5 border-line not-first:mt-2 not-first:border-t not-first:pt-2 max-lg:grid max-lg:grid-cols-[repeat(auto-fill,minmax(min(100%,10.75rem),1fr))] lg:flex lg:flex-col lg:not-first:mt-3 lg:not-first:pt-3'
const link =
  'flex items-baseline justify-between gap-2 rounded-md px-2.5 py-1.5 text-ink lg:whitespace-nowrap no-underline hover:bg-brand-wash hover:text-ink aria-[current]:bg-brand-wash aria-[current]:font-semibold aria-[current]:text-brand'

function NavLink({
  item,
  current,
  t,
}: {
  readonly item: NavItem
  readonly current: boolean
  readonly t: Translate
}) {
  return (
    <a
      href={item.href}
      aria-current={current ? 'page' : undefined}
      data-go={goKeys[item.place]}
      className={link}
    >
      {t(`staff.nav.${item.place}`)}
      {item.count === undefined ? null : (
        <span className="font-normal text-ink-soft tabular-nums">{item.count}</span>
      )}
      {item.place === 'help' ? <Key>?</Key> : null}
    </a>
  )
}

/** Their own views, each by its name. */
function Views({ views, here, t }: Pick<Props, 'views' | 'here' | 't'>) {
  if (views.length === 0) return null
  return (
    <ul aria-label={t('speed.views.title')} className={list}>
      {views.map(({ id, name, query }) => (
        <li key={id} className="min-w-0">
          <a href={`${staffPaths.queue}?${query}`} className={`${link} max-w-full`}>
            <bdi className="truncate">{name}</bdi>
          </a>
        </li>
      ))}
      <li>
        <NavLink item={{ place: 'views', href: staffPaths.views }} current={here === 'views'} t={t} />
      </li>
    </ul>
  )
}

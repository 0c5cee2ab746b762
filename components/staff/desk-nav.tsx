import { Fragment } from 'react'
import { staffPaths } from '@/lib/config/paths'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { Translate } from '@/lib/i18n/translate'
import { Key } from '@/components/staff/key'
import type { SavedView } from '@/lib/domain/own-queue/saved-view'

/** The places of the desk, as the navigation names them. */
export type DeskPlace =
  | 'queue'
  | 'asked'
  | 'mine'
  | 'nobody'
  | 'waiting'
  | 'sealed'
  | 'record'
  | 'sent'
  | 'referrals'
  | 'advice'
  | 'officers'
  | 'duty'
  | 'attention'
  | 'insight'
  | 'figures'
  | 'retention'
  | 'passed-in'
  | 'record-types'
  | 'audit'
  | 'accounts'
  | 'views'
  | 'tasks'
  | 'own'
  | 'help'

/** What to press after g, for each place of the navigation that has a key. */
export const goKeys: Readonly<Partial<Record<DeskPlace, string>>> = {
  queue: 'q',
  mine: 'm',
  nobody: 'n',
  waiting: 'w',
  sealed: 's',
  record: 'r',
  duty: 'd',
  officers: 'o',
  attention: 'x',
  insight: 'i',
  figures: 'f',
  retention: 'k',
  'record-types': 'e',
  audit: 'l',
  accounts: 'c',
  views: 'v',
  tasks: 't',
  own: 'y',
  help: 'h',
}

export interface NavCounts {
  readonly open: number
  /** Cases this person is asked to take. */
  readonly asked: number
  readonly mine: number
  readonly nobody: number
  readonly waiting: number
  /** Of those this person is named for. */
  readonly sealed: number
}

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

interface Item {
  readonly place: DeskPlace
  readonly href: string
  readonly count?: number
}

/** The sections: a column beside the page on a wide screen, a row above it on a narrow one. */
export function DeskNav({ here, areas, counts, holdsCases, views, t }: Props) {
  const groups = [queueItems(counts, holdsCases), areaItems(areas)].filter((group) => group.length > 0)
  return (
    <nav aria-label={t('staff.sections')} className="flex gap-0.5 max-lg:flex-wrap max-lg:pb-1 lg:flex-col">
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
    </nav>
  )
}

const list =
  'flex gap-0.5 max-lg:flex-wrap lg:flex-col lg:border-line lg:not-first:mt-3 lg:not-first:border-t lg:not-first:pt-3'
const link =
  'flex items-baseline justify-between gap-2 rounded-md px-2.5 py-1.5 whitespace-nowrap text-ink no-underline hover:bg-brand-wash hover:text-ink aria-[current]:bg-brand-wash aria-[current]:font-semibold aria-[current]:text-brand'

function NavLink({
  item,
  current,
  t,
}: {
  readonly item: Item
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

function queueItems(counts: NavCounts | null, holdsCases: boolean): readonly Item[] {
  if (counts === null) return []
  const queue = { place: 'queue', href: staffPaths.queue, count: counts.open } as const
  const nobody = { place: 'nobody', href: `${staffPaths.queue}?holder=nobody`, count: counts.nobody } as const
  if (!holdsCases) return [queue, nobody]
  const mine = { place: 'mine', href: `${staffPaths.queue}?holder=mine`, count: counts.mine } as const
  const tasks = { place: 'tasks', href: staffPaths.tasks } as const
  const waiting = {
    place: 'waiting',
    href: `${staffPaths.queue}?status=awaiting-contact`,
    count: counts.waiting,
  } as const
  const sealed = { place: 'sealed', href: `${staffPaths.queue}?sealed=yes`, count: counts.sealed } as const
  const asked = { place: 'asked', href: `${staffPaths.queue}#asked`, count: counts.asked } as const
  return [
    queue,
    ...(counts.asked === 0 ? [] : [asked]),
    mine,
    tasks,
    nobody,
    waiting,
    ...(counts.sealed === 0 ? [] : [sealed]),
  ]
}

function areaItems(areas: readonly DeskArea[]): readonly Item[] {
  const own = (
    [
      'record',
      'sent',
      'referrals',
      'advice',
      'duty',
      'officers',
      'attention',
      'insight',
      'figures',
      'retention',
      'passed-in',
      'record-types',
      'audit',
      'accounts',
    ] as const
  ).filter((area) => areas.includes(area))
  return [
    ...own.map((place) => ({
      place,
      href: hrefOf(place),
    })),
    { place: 'own', href: staffPaths.ownSignIn },
    { place: 'help', href: staffPaths.help },
  ]
}

function hrefOf(
  place: Exclude<DeskArea, 'queue' | 'search' | 'glass' | 'rota-oversight' | 'insight-desk'>,
): string {
  if (place === 'record-types') return staffPaths.recordTypes
  if (place === 'passed-in') return staffPaths.passedIn
  return place === 'duty' ? staffPaths.duty(null) : staffPaths[place]
}

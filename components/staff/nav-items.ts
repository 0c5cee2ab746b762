import { staffPaths } from '@/lib/config/paths'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { DeskPlace } from '@/components/staff/desk-places'

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

/** A link of the navigation. */
export interface NavItem {
  readonly place: DeskPlace
  readonly href: string
  readonly count?: number
}

/** Links to the queue and to parts of it; none for roles without one. */
export function queueItems(counts: NavCounts | null, holdsCases: boolean): readonly NavItem[] {
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
  const asked = { place: 'asked', href: staffPaths.asked, count: counts.asked } as const
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

/** Links to the parts of the desk that somebody may enter, and to what is everybody's. */
export function areaItems(areas: readonly DeskArea[]): readonly NavItem[] {
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

import type { DeskPlace } from '@/components/staff/desk-nav'

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
  retention: 'k',
  'record-types': 'e',
  audit: 'l',
  accounts: 'c',
  views: 'v',
  own: 'y',
  help: 'h',
}

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

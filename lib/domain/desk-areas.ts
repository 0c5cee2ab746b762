import type { Role } from './words'

/** Parts of the desk that are not about one case. */
export const deskAreas = [
  'queue',
  'search',
  'record',
  'sent',
  'referrals',
  'advice',
  'glass',
  'officers',
  'rota-oversight',
  'duty',
  'attention',
  'insight',
  'insight-desk',
  'figures',
  'retention',
  'passed-in',
  'record-types',
  'audit',
  'accounts',
] as const
export type DeskArea = (typeof deskAreas)[number]

/** Whether a part of the desk is open to this role at all. */
export function mayEnter(role: Role, area: DeskArea): boolean {
  return entrances[area].includes(role)
}

const entrances: Readonly<Record<DeskArea, readonly Role[]>> = {
  queue: ['call-handler', 'triager', 'liaison-officer', 'supervisor'],
  search: ['triager', 'liaison-officer', 'supervisor'],
  record: ['call-handler', 'triager', 'liaison-officer', 'supervisor', 'centre-worker'],
  // What they sent themselves, and nothing of the desk.
  sent: ['centre-worker'],
  // Files are taken in by whoever sorts what comes.
  referrals: ['triager', 'supervisor'],
  advice: ['call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator', 'auditor'],
  glass: ['call-handler', 'triager', 'liaison-officer'],
  officers: ['triager', 'liaison-officer', 'supervisor', 'administrator'],
  'rota-oversight': ['supervisor'],
  // One's own; a supervisor changes that of others on the pages about officers.
  duty: ['liaison-officer'],
  attention: ['supervisor'],
  insight: ['liaison-officer', 'supervisor'],
  // How the whole desk stands, and who carries how much.
  'insight-desk': ['supervisor'],
  // Of all cases, safe for whoever sees them: also for who answers for the desk without reading a case.
  figures: ['liaison-officer', 'supervisor', 'administrator', 'auditor', 'strategic-lead'],
  retention: ['supervisor'],
  // A file of another force becomes a case.
  'passed-in': ['supervisor'],
  'record-types': ['supervisor', 'administrator'],
  audit: ['supervisor', 'auditor'],
  accounts: ['administrator'],
}

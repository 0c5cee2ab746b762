import type { Disposition } from '@/lib/domain/force'

/**
 * How an intake case may end, for forces that have no list of their own. They say what was done with the contact, not
 * how a crime was recorded: that is the crime record's matter. Give an entry `until` and its successor `from` when
 * national rules change, rather than editing one in place.
 */
export const intakeDispositions: readonly Disposition[] = [
  { id: 'control-room' },
  { id: 'crime' },
  { id: 'linked-crime' },
  { id: 'other-force' },
  { id: 'behaviour-or-intelligence' },
  { id: 'advice' },
  { id: 'support-only' },
  { id: 'no-contact-possible' },
  { id: 'duplicate' },
  { id: 'withdrawn' },
  { id: 'malicious', supervisorOnly: true },
]

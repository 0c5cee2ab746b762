import type { Disposition } from '@/lib/domain/force-endings'

/**
 * How an intake case may end, for forces that have no list of their own: the first edition, which supervisors change at the desk without a
 * release. They say what was done with the contact, not how a crime was recorded: that is the crime record's matter. Of what is no crime the
 * person complained of is kept on record only where there is a real risk of significant harm (the code of practice on such records under the
 * Police, Crime, Sentencing and Courts Act 2022, sections 60 and 61): that is asked.
 */
export const intakeDispositions: readonly Disposition[] = [
  { id: 'control-room' },
  { id: 'crime', asksCrime: true },
  { id: 'linked-crime' },
  { id: 'other-force' },
  { id: 'behaviour-or-intelligence', subjectData: 'ask' },
  { id: 'advice' },
  { id: 'support-only' },
  { id: 'no-contact-possible' },
  { id: 'duplicate' },
  { id: 'withdrawn' },
  { id: 'malicious', supervisorOnly: true },
]

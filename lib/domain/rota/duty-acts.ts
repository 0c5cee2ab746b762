/** What is done to when somebody is on duty, as the audit tells it. */
export const dutyActs = [
  'pattern-saved',
  'pattern-ended',
  'pattern-removed',
  'extra-added',
  'extra-removed',
  'leave-added',
  'leave-ended',
  'calendar-duty',
  'calendar-leave',
] as const
export type DutyAct = (typeof dutyActs)[number]

/** The most there can be of each for one officer; more is nobody's duty. */
export const mostSources = { patterns: 20, extras: 400, leave: 200 } as const

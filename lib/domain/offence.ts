/**
 * Groups of offences, as the Home Office's yearly return of hate crime has them (the forces' annual data requirement; College of Policing,
 * Authorised Professional Practice on hate crime).
 */
export const offenceGroups = [
  'violence-with-injury',
  'violence-without-injury',
  'stalking-harassment',
  'public-order',
  'damage-arson',
  'other',
] as const
export type OffenceGroup = (typeof offenceGroups)[number]

/** A group by what was chosen; null where nothing was, or there is none of that name. */
export function readOffence(chosen: string): OffenceGroup | null {
  return offenceGroups.find((group) => group === chosen) ?? null
}

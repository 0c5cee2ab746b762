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

/** No crime is recorded, which is said as well, or nothing was said yet. */
export const noOffence = 'none'

/** What can be said of a case. */
export const offenceAnswers = [...offenceGroups, noOffence] as const
export type OffenceAnswer = (typeof offenceAnswers)[number]

/** An answer by what was chosen; null where nothing was, or there is none of that name. */
export function readOffence(chosen: string): OffenceAnswer | null {
  return offenceAnswers.find((one) => one === chosen) ?? null
}

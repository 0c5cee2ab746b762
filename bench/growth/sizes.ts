/** The database with so many cases. */
export function databaseOfSize(size: number): string {
  return `growth_${String(size)}`
}

/**
 * Cases of the last two months, in every database the same: as many as come to a police force with 3,000 a year. Those that would be open by now are.
 * All others of ten years came before or beside them, and are closed.
 */
export const deskCases = 500

/**
 * How often somebody chose, in 28 days, to read words of hatred as they were written, as their supervisor sees it: never the number. The
 * database says which (`exposure_band`). Words are `work.words.band.<id>`.
 */
export const exposureBands = ['none', 'some', 'much', 'very-much'] as const
export type ExposureBand = (typeof exposureBands)[number]

/** Whether it is enough to ask somebody how they are, whatever else they do. */
export function isHeavy(band: ExposureBand): boolean {
  return band === 'much' || band === 'very-much'
}

import type { Force } from '@/lib/domain/force'
import type { Risk } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

/** Bands of waiting, by the hours at which they end. */
const bandEnds = [
  ['7d', 168],
  ['3d', 72],
  ['2d', 48],
  ['1d', 24],
  ['4h', 4],
] as const

/** What a picture of waiting is read against. */
export interface WaitWords {
  /** The end of the last band that is no longer than the longest promise would be without nights and weekends, in hours by the clock. */
  readonly mark: { readonly after: string; readonly label: string }
  /** What the force promises, and that bands of hours do not say whether it was kept. */
  readonly aim: string
}

/** A promise of working days ends at no one hour by the clock: what is marked is a time, and no promise. */
export function waitWords(t: Translate, { promises }: Pick<Force, 'promises'>): WaitWords {
  const { amount, unit } = promises.low
  const longest = unit === 'working-days' ? amount * 24 : amount
  const [after, hours] = bandEnds.find(([, most]) => most <= longest) ?? ['4h', 4]
  const said = (risk: Risk) => t(`figures.length.${promises[risk].unit}`, { count: promises[risk].amount })
  return {
    mark: { after, label: t('figures.table.time.mark', { count: hours }) },
    aim: t('figures.table.time.aim', {
      ...{ high: said('high'), medium: said('medium'), low: said('low') },
      promises: t('figures.table.promises.title'),
    }),
  }
}

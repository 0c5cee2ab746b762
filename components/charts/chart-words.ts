import type { ReactNode } from 'react'
import type { Translate } from '@/lib/i18n/translate'

/** How a chart speaks: the language tag its numbers and days are written by, for example `en-GB`, and its words. */
export interface Speech {
  readonly language: string
  readonly t: Translate
}

/** A number, or null where it is not shown. Nothing that is hidden is ever drawn or said as a number. */
export type Count = number | null

/** A plain number, or a part of 1 that is said as a percentage. */
export type Format = 'count' | 'share'

/** Between what a number may well lie. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** What every chart is told about itself. */
export interface ChartWords {
  /** Unique on the page; it can be linked to. */
  readonly id: string
  /** A full sentence: what the chart shows. */
  readonly title: string
  /** What somebody sees who looks at it, for those who hear it instead. */
  readonly summary: string
  /** What stands where there is no row at all: that there is nothing, unless said. */
  readonly empty?: string
  /** What else must be known: how sure a number is, what is left out. */
  readonly note?: ReactNode
  /** Which heading the title is; a third unless said. */
  readonly level?: 2 | 3 | 4
  readonly speech: Speech
}

/** A number as it is written in the language of the page. */
export function saidNumber(value: number, format: Format, { language }: Speech): string {
  const style = format === 'share' ? ({ style: 'percent' } as const) : { maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language, style).format(value)
}

/** A number, that it is not shown, or a dash where there is none. */
export function saidCount(value: Count | undefined, format: Format, speech: Speech): string {
  if (value === undefined) return '–'
  return value === null ? speech.t('charts.hidden') : saidNumber(value, format, speech)
}

/** `4 and 9`, to stand behind “between”, or a dash. Cases are whole: the ends of a count go outwards, so that nothing possible is left out. */
export function saidInterval(interval: Interval | undefined, format: Format, speech: Speech): string {
  if (interval === undefined) return '–'
  const isCount = format === 'count'
  const low = isCount ? Math.floor(interval.low) : interval.low
  const high = isCount ? Math.ceil(interval.high) : interval.high
  return speech.t('charts.between', {
    low: saidNumber(low, format, speech),
    high: saidNumber(high, format, speech),
  })
}

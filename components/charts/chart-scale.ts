import { scaleLinear, scaleThreshold } from 'd3-scale'
import type { Count, Format } from './chart-words'

/** An axis that begins at nought and ends at a round number. */
export interface Axis {
  readonly top: number
  readonly ticks: readonly number[]
  /** How far along the axis a value is, from 0 to 100. */
  readonly along: (value: number) => number
}

const lines = 4

/** The axis that all of these fit on. Shares go to 100 %; counts have no tick between two whole numbers. */
export function axisOf(values: readonly (Count | undefined)[], format: Format): Axis {
  const shown = values.filter((value) => typeof value === 'number')
  const greatest = Math.max(1, ...shown)
  const scale = scaleLinear([0, greatest], [0, 100]).nice(lines)
  const ticks = scale.ticks(lines)
  const isWhole = format === 'count' && shown.every((value) => Number.isInteger(value))
  return {
    top: scale.invert(100),
    ticks: isWhole ? ticks.filter((tick) => Number.isInteger(tick)) : ticks,
    along: (value) => Math.min(100, Math.max(0, scale(value))),
  }
}

/** Shades from nothing to the most. */
const steps = [0, 1, 2, 3, 4] as const
export type Step = (typeof steps)[number]

/** The values of each shade. */
export interface Shades {
  readonly stepOf: (value: number) => Step
  /** First and last value of each shade that is used. */
  readonly ranges: readonly { readonly step: Step; readonly first: number; readonly last: number }[]
}

/** How whole numbers are shaded: nought for itself, the others in shades of one width each. */
export function shadesOf(values: readonly Count[]): Shades {
  const greatest = Math.max(0, ...values.filter((value) => value !== null))
  const width = Math.max(1, Math.ceil(greatest / (steps.length - 1)))
  const begins = [1, 1 + width, 1 + 2 * width, 1 + 3 * width]
  const scale = scaleThreshold(begins, steps)
  const ranges = steps.map((step) => ({
    step,
    first: step === 0 ? 0 : 1 + (step - 1) * width,
    last: step * width,
  }))
  return { stepOf: (value) => scale(value), ranges: ranges.filter(({ first }) => first <= greatest) }
}

/** How whole numbers are shaded between the fewest and the most: of numbers that are all far from nought it tells which are more. */
export function shadesBetween(values: readonly Count[]): Shades {
  const shown = values.filter((value) => value !== null)
  const [least, greatest] = [Math.min(...shown), Math.max(...shown)]
  const width = Math.max(1, Math.ceil((greatest - least + 1) / steps.length))
  const begins = steps.map((step) => least + step * width)
  const scale = scaleThreshold(begins.slice(1), steps)
  const ranges = steps.map((step) => ({
    step,
    first: least + step * width,
    last: Math.min(greatest, least + (step + 1) * width - 1),
  }))
  return { stepOf: (value) => scale(value), ranges: ranges.filter(({ first }) => first <= greatest) }
}

/** A length as an attribute of SVG: `12.5%`. */
export function percent(value: number): string {
  return `${Math.round(value * 1000) / 1000}%`
}

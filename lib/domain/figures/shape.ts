import { dimensionsOf, pairsOf } from './measures'
import type { CountedForce, Dimension, DimensionPair, Measure } from './measures'
import { valuesOf } from './values'

/** Which tables there are of a measure. */
export interface Shape {
  readonly measure: Measure
  readonly dimensions: readonly {
    readonly dimension: Dimension
    /** Those known beforehand: told as 0 where they do not occur. */
    readonly values: readonly string[]
  }[]
  readonly pairs: readonly DimensionPair[]
}

/** The tables of a measure as a force has them. */
export function shapeOf(measure: Measure, force: CountedForce): Shape {
  const dimensions = dimensionsOf(measure, force)
  return {
    measure,
    dimensions: dimensions.map((dimension) => ({ dimension, values: valuesOf(dimension, force) })),
    pairs: pairsOf(measure, force),
  }
}

/** A length of time: hours by the clock, hours in which the force reads, or working days. */
export interface Span {
  readonly amount: number
  readonly unit: 'hours' | 'working-hours' | 'working-days'
}

/** Where a fact comes from and when a person last checked it. `checked` is an ISO date; null means nobody has yet. */
export interface Sourced {
  readonly source: string
  readonly checked: string | null
}

/** Why the force's own sign-in did not work, as far as the person needs to know. */
export type ForceProblem =
  /** The provider does not answer. */
  | 'force-away'
  /** They turned back at the provider. */
  | 'force-cancelled'
  /** It took too long, was begun in another window, or is done already. */
  | 'force-expired'
  /** What came back cannot be trusted. */
  | 'force-failed'
  /** Signed in, but not as strongly, or not as freshly, as asked. */
  | 'force-strength'
  /** Known there, but to nobody here who may come in. */
  | 'force-unknown'
  /** Somebody else than whoever is signed in here, or whose invitation it is. */
  | 'force-other'
  /** Signed out here, and perhaps not there. */
  | 'force-stays'

/** What the risk rules look at, taken from answers by the journeys. Every fact is something the person said, never a guess. */
export interface RiskFacts {
  readonly happeningNow: boolean
  /** Happened on the day it was told or the day before, as far as was said. */
  readonly recent: boolean
  readonly repeated: boolean
  readonly gettingWorse: boolean
  /** Somebody was hit, pushed or attacked, spat at or had something thrown at them, hurt or not. */
  readonly attack: boolean
  readonly injury: boolean
  /** Somebody was hurt and nothing was said about when, so it may have been just now. */
  readonly injuryUndated: boolean
  readonly weapon: boolean
  readonly threats: boolean
  readonly threatToKill: boolean
  readonly threatToOut: boolean
  readonly sexual: boolean
  readonly selfHarm: boolean
  readonly afraidToGoHome: boolean
  /** The person who did it knows the address, lives near, or is nearby. */
  readonly suspectNear: boolean
  /** Partner, former partner, family or carer. */
  readonly suspectClose: boolean
  readonly suspectIsPolice: boolean
  readonly severalPeople: boolean
  readonly underEighteen: boolean
  readonly childrenPresent: boolean
  /** Depends on somebody for care, is isolated, or said a disability makes this harder. */
  readonly dependent: boolean
  readonly honourBased: boolean
  readonly conversionPractice: boolean
  readonly imagesShared: boolean
}

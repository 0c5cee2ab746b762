import type { RiskRuleId } from './risk'
import type { Sourced } from './sourced'
import type { StrandId } from './words'

/** Something liaison officers are trained in. Its words are `staff.officer.topic.<id>`. */
export interface TrainingTopic extends Sourced {
  readonly id: string
  /** Nobody is given cases without it. */
  readonly required: boolean
  /** For how long a course counts. */
  readonly validMonths: number
  /** For how many days before its end a refresher is due. */
  readonly refreshWarnDays: number
}

/** What liaison officers are trained in, and with whom. */
export interface TrainingScheme {
  readonly topics: readonly TrainingTopic[]
  /** Ids in `policeForces` of the forces courses are held with. */
  readonly partners: readonly string[]
}

/** What a liaison officer may know more of than others: it fits a case with one of its strands or rules of risk. Its words are `staff.officer.specialism.<id>`. */
export interface Specialism {
  readonly id: string
  readonly strands?: readonly StrandId[]
  readonly riskRules?: readonly RiskRuleId[]
}

import type { RiskFacts } from '@/lib/domain/risk-facts'
import type { Answers } from '@/lib/journey/definition'
import { ticked } from './contact-facts'

/**
 * What was said that the risk rules look at; for answers of either journey, finished or not. `today` is `YYYY-MM-DD`:
 * a date of today or yesterday counts as recent.
 */
export function riskFactsOf(answers: Answers, today?: string): RiskFacts {
  return { ...incidentFacts(answers, today), ...harmFacts(answers), ...suspectFacts(answers) }
}

const any = (answers: Answers, id: string, ...values: readonly string[]) =>
  values.some((value) => ticked(answers, id, value))

type IncidentFact =
  | 'happeningNow'
  | 'recent'
  | 'repeated'
  | 'gettingWorse'
  | 'sexual'
  | 'honourBased'
  | 'conversionPractice'
  | 'imagesShared'

const dayMs = 86_400_000

/** Whether a day given as `YYYY-MM-DD` is `today` or the day before. */
function isRecentDay(day: Answers[string] | undefined, today: string | undefined): boolean {
  if (typeof day !== 'string' || today === undefined) return false
  const age = Date.parse(today) - Date.parse(day)
  return age >= 0 && age <= dayMs
}

function incidentFacts(answers: Answers, today: string | undefined): Pick<RiskFacts, IncidentFact> {
  const { whenKind, happenedBefore } = answers
  return {
    happeningNow: whenKind === 'now',
    recent: whenKind === 'now' || whenKind === 'today' || isRecentDay(answers.whenDate, today),
    repeated:
      happenedBefore === 'before' ||
      happenedBefore === 'often' ||
      happenedBefore === 'worse' ||
      ticked(answers, 'whatHappened', 'harassment'),
    gettingWorse: happenedBefore === 'worse',
    sexual: ticked(answers, 'whatHappened', 'sexual') || ticked(answers, 'reason', 'sexual'),
    honourBased: ticked(answers, 'whatHappened', 'honour') || ticked(answers, 'reason', 'honour'),
    conversionPractice: ticked(answers, 'whatHappened', 'conversion'),
    imagesShared: ticked(answers, 'whatHappened', 'images'),
  }
}

type SuspectFact = 'suspectNear' | 'suspectClose' | 'suspectIsPolice' | 'severalPeople'

function suspectFacts(answers: Answers): Pick<RiskFacts, SuspectFact> {
  return {
    suspectNear: answers.suspectNear === 'yes' || any(answers, 'suspect', 'neighbour'),
    suspectClose:
      any(answers, 'suspect', 'partner', 'family', 'carer') || any(answers, 'reason', 'domestic', 'honour'),
    suspectIsPolice: ticked(answers, 'suspect', 'police'),
    severalPeople: answers.suspectCount === 'several',
  }
}

/** Whether no day is known for it: what is known roughly, or went on for longer, may have been today. */
const isUndated = ({ whenKind, whenDate }: Answers) =>
  whenKind !== 'now' && whenKind !== 'today' && (whenDate ?? null) === null

function harmFacts(answers: Answers): Omit<RiskFacts, IncidentFact | SuspectFact> {
  const harm = (value: string) => ticked(answers, 'harm', value)
  const injury = harm('injured') || harm('medical')
  return {
    attack: any(answers, 'whatHappened', 'assault', 'spat-or-thrown'),
    injury,
    injuryUndated: injury && isUndated(answers),
    weapon: harm('weapon'),
    threats: harm('threats') || harm('threat-to-kill') || ticked(answers, 'whatHappened', 'threats'),
    threatToKill: harm('threat-to-kill'),
    threatToOut:
      harm('threat-to-out') ||
      ticked(answers, 'whatHappened', 'blackmail') ||
      ticked(answers, 'reason', 'outed'),
    selfHarm: harm('self-harm'),
    afraidToGoHome: harm('afraid-home'),
    underEighteen: harm('under-18'),
    childrenPresent: harm('children'),
    dependent: harm('dependent') || ticked(answers, 'suspect', 'carer'),
  }
}

import type { StatisticsRules } from '../force'

/** Below it a count may be one person and somebody who knows them. */
const smallestMinimum = 3

/** What is wrong with a force's rules of figures, in plain words; nothing where all is well. */
export function statisticsProblems({
  minimum,
  yearBegins,
  settleDays,
  openingMonths,
}: StatisticsRules): readonly string[] {
  return [
    ...(Number.isInteger(minimum) && minimum >= smallestMinimum
      ? []
      : [`statistics.minimum must be a whole number, ${smallestMinimum} at least`]),
    ...(Number.isInteger(yearBegins) && yearBegins >= 1 && yearBegins <= 12
      ? []
      : ['statistics.yearBegins must be a month, 1 to 12']),
    ...(Number.isInteger(settleDays) && settleDays >= 0
      ? []
      : ['statistics.settleDays must be a whole number of days']),
    ...(Number.isInteger(openingMonths) && openingMonths >= 1 && openingMonths <= 12
      ? []
      : ['statistics.openingMonths must be a whole number, 1 to 12']),
  ]
}

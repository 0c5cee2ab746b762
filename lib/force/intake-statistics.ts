import type { OpenTerms, StatisticsRules } from '@/lib/domain/force'

/**
 * Figures, for forces that have no rules of their own: no count below five, the year of the Home Office's returns, and five days in which the
 * last acts of a month are written down.
 */
export const intakeStatistics: StatisticsRules = {
  minimum: 5,
  yearBegins: 4,
  settleDays: 5,
  openingMonths: 3,
}

/** What public bodies of the United Kingdom give their figures under. */
export const openGovernmentLicence: OpenTerms = {
  licence: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

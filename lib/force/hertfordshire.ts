import type { Force } from '@/lib/domain/force'
import { hertfordshireDistricts } from './hertfordshire-districts'
import { hertfordshireOutcodes } from './hertfordshire-outcodes'
import { hertfordshireSupport } from './hertfordshire-support'
import { intakeClocks } from './intake-clocks'
import { intakeClosing } from './intake-closing'
import { intakeDispositions } from './intake-dispositions'
import { intakeRetention } from './intake-retention'
import { intakeStatistics, openGovernmentLicence } from './intake-statistics'
import { jointTraining } from './joint-training'
import { liaisonSpecialisms } from './liaison-specialisms'
import { nationalRoutes } from './national-routes'
import { nationalSupport } from './national-support'
import { neutralLetters } from './neutral-letters'
import { messageReplies } from './message-replies'
import { policeForces } from './police-forces'
import { postcodeAreas } from './postcode-areas'

/**
 * Hertfordshire Constabulary. It publishes no time for a liaison officer's call back, so reading hours and promises are
 * proposals for the force to confirm: two working days (48 hours) in general, which is also what the Victims' Code allows
 * for support contact; one working day where something raises the risk; 24 hours by the clock, weekends and holidays
 * too, for high risk, which is keepable only because somebody reads every day.
 */
export const hertfordshire: Force = {
  id: 'hertfordshire',
  name: 'Hertfordshire Constabulary',
  area: 'Hertfordshire',
  timeZone: 'Europe/London',
  languages: ['en', 'cy'],
  officerLanguages: [
    'en',
    'bfi',
    'ar',
    'bn',
    'cy',
    'es',
    'fr',
    'gu',
    'hi',
    'it',
    'pa',
    'pl',
    'pt',
    'ro',
    'tr',
    'ur',
  ],
  districts: hertfordshireDistricts,
  outcodes: hertfordshireOutcodes,
  policeForces,
  postcodeAreas,
  extraStrands: [],
  reportOnline: 'https://www.herts.police.uk/ro/report/',
  exitTo: 'https://www.bbc.co.uk/weather',
  readingHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] },
  promises: {
    high: { amount: 24, unit: 'hours' },
    medium: { amount: 1, unit: 'working-days' },
    low: { amount: 2, unit: 'working-days' },
  },
  ...intakeClocks,
  routes: nationalRoutes,
  support: [...hertfordshireSupport, ...nationalSupport],
  dispositions: intakeDispositions,
  closureApproval: intakeClosing,
  retention: intakeRetention,
  training: jointTraining(['bedfordshire', 'cambridgeshire']),
  replies: messageReplies,
  specialisms: liaisonSpecialisms,
  statistics: intakeStatistics,
  openData: openGovernmentLicence,
  letters: neutralLetters,
}

import type { District, Force } from '@/lib/domain/force'
import { bedfordshireOutcodes } from './bedfordshire-outcodes'
import { bedfordshireSupport } from './bedfordshire-support'
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

/** The three unitary authorities. Bedford and Luton do not touch. */
const districts: readonly District[] = [
  {
    id: 'bedford',
    name: 'Bedford',
    code: 'E06000055',
    places: ['Bedford', 'Kempston'],
    neighbours: ['central-bedfordshire'],
    tile: [1, 1],
  },
  {
    id: 'central-bedfordshire',
    name: 'Central Bedfordshire',
    code: 'E06000056',
    places: [
      'Leighton Buzzard',
      'Dunstable',
      'Houghton Regis',
      'Biggleswade',
      'Flitwick',
      'Sandy',
      'Ampthill',
    ],
    neighbours: ['luton', 'bedford'],
    tile: [1, 2],
  },
  {
    id: 'luton',
    name: 'Luton',
    code: 'E06000032',
    places: ['Luton'],
    neighbours: ['central-bedfordshire'],
    tile: [1, 3],
  },
]

/** Bedfordshire Police. Reading hours and promises are proposals for the force to confirm. */
export const bedfordshire: Force = {
  id: 'bedfordshire',
  name: 'Bedfordshire Police',
  area: 'Bedfordshire',
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
    'hi',
    'it',
    'pa',
    'pl',
    'pt',
    'ro',
    'tr',
    'ur',
  ],
  districts,
  outcodes: bedfordshireOutcodes,
  policeForces,
  postcodeAreas,
  extraStrands: [],
  reportOnline: 'https://www.beds.police.uk/ro/report/',
  exitTo: 'https://www.bbc.co.uk/weather',
  readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5, 6, 7] },
  promises: {
    high: { amount: 24, unit: 'hours' },
    medium: { amount: 1, unit: 'working-days' },
    low: { amount: 2, unit: 'working-days' },
  },
  ...intakeClocks,
  routes: nationalRoutes,
  support: [...bedfordshireSupport, ...nationalSupport],
  dispositions: intakeDispositions,
  closureApproval: intakeClosing,
  retention: intakeRetention,
  training: jointTraining(['hertfordshire', 'cambridgeshire']),
  replies: messageReplies,
  specialisms: liaisonSpecialisms,
  statistics: intakeStatistics,
  openData: openGovernmentLicence,
  letters: neutralLetters,
}

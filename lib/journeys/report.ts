import type { Step } from '@/lib/journey/definition'
import { defineJourney } from '@/lib/journey/definition'
import { reportContactSteps } from './contact-steps'
import { needsStep, preferencesStep } from './help-steps'
import { peopleSteps } from './people-steps'
import { incidentPlaceSteps } from './place-steps'
import { whoIsMeant } from './who-is-meant'

const aboutYou: readonly Step[] = [
  {
    slug: 'role',
    section: 'you',
    questions: [{ id: 'role', kind: 'radios', options: ['victim', 'witness', 'on-behalf', 'information'] }],
  },
  {
    slug: 'behalf',
    section: 'you',
    when: (answers) => answers.role === 'on-behalf',
    questions: [
      {
        id: 'theyKnow',
        about: 'another',
        kind: 'radios',
        options: ['agree', 'agree-no-contact', 'no', 'cannot-tell'],
        optional: true,
      },
      {
        id: 'relation',
        kind: 'radios',
        options: [
          'partner',
          'family',
          'friend',
          'carer',
          'colleague',
          'teacher',
          'support-worker',
          'centre',
          'housing',
          'other',
        ],
        optional: true,
      },
      { id: 'contactWhom', kind: 'radios', options: ['me', 'them', 'both'], optional: true },
      {
        id: 'reachThem',
        about: 'another',
        kind: 'text',
        maxLength: 500,
        multiline: true,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
]

const happened: readonly Step[] = [
  {
    slug: 'what',
    section: 'happened',
    values: whoIsMeant,
    questions: [
      {
        id: 'whatHappened',
        kind: 'checkboxes',
        urgent: true,
        options: [
          'abuse',
          'threats',
          'assault',
          'spat-or-thrown',
          'sexual',
          'harassment',
          'near-home',
          'damage',
          'theft',
          'blackmail',
          'online',
          'mail',
          'images',
          'neighbour',
          'bullying',
          'refused',
          'honour',
          'conversion',
          'other',
        ],
      },
      {
        id: 'account',
        kind: 'text',
        maxLength: 10_000,
        multiline: true,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
  {
    slug: 'when',
    section: 'happened',
    values: whoIsMeant,
    questions: [
      {
        id: 'whenKind',
        kind: 'radios',
        urgent: true,
        options: ['now', 'today', 'day', 'about', 'period', 'not-sure'],
        optional: true,
      },
      { id: 'whenDate', kind: 'date', urgent: true, notAfter: 'today', optional: true },
      {
        id: 'happenedBefore',
        kind: 'radios',
        options: ['first', 'before', 'often', 'worse', 'not-sure'],
        optional: true,
      },
      {
        id: 'whenWords',
        kind: 'text',
        maxLength: 1000,
        multiline: true,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
]

const help: readonly Step[] = [
  {
    slug: 'outcome',
    section: 'help',
    questions: [
      {
        id: 'outcome',
        kind: 'checkboxes',
        options: ['investigate', 'record', 'advice', 'support', 'patrol', 'undecided'],
        optional: true,
      },
      { id: 'wantsOfficer', kind: 'radios', options: ['yes', 'no', 'not-sure'], optional: true },
    ],
  },
  preferencesStep,
  needsStep,
]

/** A report of something that happened. */
export const report = defineJourney({
  id: 'report',
  version: 3,
  steps: [...aboutYou, ...happened, ...incidentPlaceSteps, ...peopleSteps, ...help, ...reportContactSteps],
})

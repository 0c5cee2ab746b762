import { monitoredStrands } from '@/lib/domain/words'
import type { Answers, Step } from '@/lib/journey/definition'
import { defineJourney } from '@/lib/journey/definition'
import { reportContactSteps } from './contact-steps'
import { needsStep, preferencesStep } from './help-steps'
import { incidentPlaceSteps } from './place-steps'

const who = (answers: Answers) => ({ who: answers.role === 'victim' ? 'you' : 'them' })

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
    values: who,
    questions: [
      {
        id: 'whatHappened',
        kind: 'checkboxes',
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
    values: who,
    questions: [
      {
        id: 'whenKind',
        kind: 'radios',
        options: ['now', 'today', 'day', 'about', 'period', 'not-sure'],
        optional: true,
      },
      { id: 'whenDate', kind: 'date', notAfter: 'today', optional: true },
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

const people: readonly Step[] = [
  {
    slug: 'why',
    section: 'people',
    values: who,
    questions: [
      {
        id: 'strands',
        about: 'harmed',
        kind: 'checkboxes',
        options: (_earlier, { force }) => [...monitoredStrands, ...force.extraStrands, 'other', 'unsure'],
        optional: true,
      },
      {
        id: 'seenAs',
        about: 'harmed',
        kind: 'checkboxes',
        options: ['thought-to-be', 'was-with'],
        optional: true,
      },
      {
        id: 'whyWords',
        about: 'harmed',
        kind: 'text',
        maxLength: 1000,
        multiline: true,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
  {
    slug: 'who',
    section: 'people',
    values: who,
    questions: [
      {
        id: 'suspect',
        about: 'another',
        aboutSubject: true,
        kind: 'checkboxes',
        options: [
          'stranger',
          'known-by-sight',
          'neighbour',
          'partner',
          'family',
          'carer',
          'friend',
          'colleague',
          'pupil',
          'customer',
          'police',
          'authority',
          'online-only',
          'rather-not-say',
        ],
        optional: true,
      },
      {
        id: 'suspectCount',
        about: 'another',
        aboutSubject: true,
        kind: 'radios',
        options: ['one', 'several', 'not-sure'],
        optional: true,
      },
      {
        id: 'suspectNear',
        about: 'another',
        aboutSubject: true,
        kind: 'radios',
        options: ['yes', 'no', 'not-sure'],
        optional: true,
      },
      {
        id: 'suspectWords',
        about: 'another',
        aboutSubject: true,
        kind: 'text',
        maxLength: 2000,
        multiline: true,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
  {
    slug: 'harm',
    section: 'people',
    values: who,
    questions: [
      {
        id: 'harm',
        about: 'harmed',
        kind: 'checkboxes',
        options: [
          'injured',
          'medical',
          'weapon',
          'threats',
          'threat-to-kill',
          'threat-to-out',
          'afraid-home',
          'afraid-out',
          'self-harm',
          'routine',
          'children',
          'dependent',
          'under-18',
          'none',
        ],
        exclusive: 'none',
        optional: true,
      },
      {
        id: 'harmWords',
        about: 'harmed',
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
  steps: [...aboutYou, ...happened, ...incidentPlaceSteps, ...people, ...help, ...reportContactSteps],
})

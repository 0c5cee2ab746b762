import { districtsToChoose } from '@/lib/domain/place'
import type { Answers, JourneyContext, Question, Step } from '@/lib/journey/definition'
import { districtIsOpen, districtOptions, forcesElsewhere, isOnline, isOutside } from './place-facts'

const placeKinds = [
  'home',
  'near-home',
  'street',
  'park',
  'venue',
  'shop',
  'bus',
  'rail',
  'work',
  'education',
  'worship',
  'care',
  'health',
  'public-building',
  'custody',
  'sports',
  'cruising',
  'online',
  'other',
] as const

const postcode: Question = { id: 'postcode', kind: 'postcode', optional: true }

const district = {
  id: 'district',
  kind: 'radios',
  options: districtOptions,
  optionText: (value: string, { force, today }: JourneyContext) =>
    districtsToChoose(force, today).find(({ id }) => id === value)?.name,
  optionHint: (value: string, { force }: JourneyContext) =>
    force.districts
      .find(({ id }) => id === value)
      ?.places.slice(0, 4)
      .join(', '),
} as const satisfies Question

/** How the kind of place changes the words; `none` where nobody asked for it. */
function kindOfPlace({ placeKind }: Answers) {
  if (typeof placeKind !== 'string') return { kind: 'none' }
  return { kind: placeKind === 'near-home' ? 'home' : placeKind }
}

const districtStep: Step = {
  slug: 'district',
  section: 'where',
  messages: 'place',
  when: districtIsOpen,
  values: kindOfPlace,
  questions: [
    { ...district, when: (answers) => !isOnline(answers) },
    { ...district, optional: true, when: isOnline },
  ],
}

/** Where it is another force's area. Only `send-anyway` goes on; `slug` is the step where a place is given. */
function outsideStep(slug: string): Step {
  return {
    slug: 'outside',
    section: 'where',
    messages: 'place',
    when: isOutside,
    values: (answers, context) => {
      const names = forcesElsewhere(answers, context).map((id) => context.force.policeForces[id]?.name ?? id)
      return { known: names.length > 0 ? 'yes' : 'no', forces: names.join(' / ') }
    },
    questions: [
      {
        id: 'outside',
        kind: 'radios',
        options: ['send-anyway', 'different-place', 'stop'],
        leads: { 'different-place': { to: 'step', slug }, stop: { to: 'away' } },
      },
    ],
  }
}

/** Where something happened: the kind of place, then as much as the person wants to say, to a district. */
export const incidentPlaceSteps: readonly Step[] = [
  {
    slug: 'where',
    section: 'where',
    messages: 'place',
    questions: [{ id: 'placeKind', kind: 'radios', options: placeKinds }],
  },
  {
    slug: 'place',
    section: 'where',
    messages: 'place',
    when: (answers) => !isOnline(answers),
    values: kindOfPlace,
    questions: [
      postcode,
      { id: 'address', kind: 'text', maxLength: 300, optional: true, hiddenFrom: ['export'] },
      { id: 'placeDescription', kind: 'text', maxLength: 1000, multiline: true, optional: true },
    ],
  },
  {
    slug: 'online',
    section: 'where',
    messages: 'place',
    when: isOnline,
    questions: [
      { id: 'onlinePlatform', kind: 'text', maxLength: 200, optional: true },
      {
        id: 'onlineHandle',
        about: 'another',
        aboutSubject: true,
        kind: 'text',
        maxLength: 500,
        optional: true,
        hiddenFrom: ['export'],
      },
    ],
  },
  districtStep,
  outsideStep('where'),
]

/** Where the person is, for those who ask for an officer and report nothing. */
export const personPlaceSteps: readonly Step[] = [
  { slug: 'area', section: 'where', messages: 'place', values: kindOfPlace, questions: [postcode] },
  districtStep,
  outsideStep('area'),
]

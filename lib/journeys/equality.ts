import { defineJourney } from '@/lib/journey/definition'

const ethnicities = [
  'w1',
  'w2',
  'w3',
  'w9',
  'm1',
  'm2',
  'm3',
  'm9',
  'a1',
  'a2',
  'a3',
  'a4',
  'a9',
  'b1',
  'b2',
  'b9',
  'o2',
  'o9',
  'ns',
] as const

/** Questions about who uses the service, asked after sending; kept apart from what was sent, and all may be left blank. */
export const equality = defineJourney({
  id: 'equality',
  version: 1,
  steps: [
    {
      slug: 'about-you',
      section: 'about-you',
      questions: [
        {
          id: 'ageGroup',
          kind: 'radios',
          options: [
            'under-16',
            '16-17',
            '18-24',
            '25-34',
            '35-44',
            '45-54',
            '55-64',
            '65-74',
            '75-over',
            'not-say',
          ],
          optional: true,
        },
        { id: 'sex', kind: 'radios', options: ['female', 'male', 'not-say'], optional: true },
        { id: 'genderSame', kind: 'radios', options: ['yes', 'no', 'not-say'], optional: true },
        { id: 'gender', kind: 'text', maxLength: 100, optional: true },
        {
          id: 'orientation',
          kind: 'radios',
          options: ['straight', 'gay-lesbian', 'bi', 'pan', 'queer', 'asexual', 'other', 'not-say'],
          optional: true,
        },
      ],
    },
    {
      slug: 'background',
      section: 'about-you',
      questions: [
        { id: 'ethnicity', kind: 'radios', options: ethnicities, optional: true },
        {
          id: 'religion',
          kind: 'radios',
          options: ['none', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'other', 'not-say'],
          optional: true,
        },
        { id: 'disability', kind: 'radios', options: ['lot', 'little', 'no', 'not-say'], optional: true },
      ],
    },
  ],
})

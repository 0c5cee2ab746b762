import { districtsToChoose } from '@/lib/domain/place'
import type { JourneyContext, Step } from '@/lib/journey/definition'

const shared = { section: 'help', messages: 'help' } as const

/** What the person would prefer of the officer, and whose eyes they want to keep this from. */
export const preferencesStep: Step = {
  ...shared,
  slug: 'preferences',
  questions: [
    {
      id: 'officerPreferences',
      kind: 'checkboxes',
      options: [
        'woman',
        'man',
        'same-officer',
        'plain-clothes',
        'unmarked-car',
        'not-at-home',
        'hate-crime-officer',
      ],
      optional: true,
    },
    {
      id: 'excludeDistricts',
      kind: 'checkboxes',
      options: (_earlier, { force, today }) => districtsToChoose(force, today).map(({ id }) => id),
      optionText: (value: string, { force, today }: JourneyContext) =>
        districtsToChoose(force, today).find(({ id }) => id === value)?.name,
      optional: true,
    },
    {
      id: 'excludeWho',
      about: 'another',
      kind: 'text',
      maxLength: 500,
      multiline: true,
      optional: true,
      hiddenFrom: ['export'],
    },
  ],
}

/** What somebody needs to be able to talk with us. */
export const needsStep: Step = {
  ...shared,
  slug: 'needs',
  questions: [
    {
      id: 'needs',
      kind: 'checkboxes',
      options: [
        'interpreter',
        'text-relay',
        'easy-read',
        'large-print',
        'companion',
        'step-free',
        'quiet-place',
        'adjustment',
      ],
      optional: true,
    },
    {
      id: 'languages',
      kind: 'checkboxes',
      options: (_earlier, { force }) => [
        ...force.officerLanguages.filter((language) => language !== 'en'),
        'other',
      ],
      optional: true,
    },
    { id: 'needsWords', kind: 'text', maxLength: 1000, multiline: true, optional: true },
  ],
}

import type { Answers } from '@/lib/journey/definition'
import { defineJourney } from '@/lib/journey/definition'
import { ticked } from './contact-facts'
import { requestContactSteps } from './contact-steps'
import { needsStep, preferencesStep } from './help-steps'
import { personPlaceSteps } from './place-steps'

const hasReported = (answers: Answers) =>
  ticked(answers, 'reason', 'reported') || ticked(answers, 'reason', 'progress')

/** A request to talk with a liaison officer, without reporting anything. */
export const liaison = defineJourney({
  id: 'liaison',
  version: 3,
  steps: [
    {
      slug: 'reason',
      section: 'about',
      questions: [
        {
          id: 'reason',
          kind: 'checkboxes',
          urgent: true,
          options: [
            'advice',
            'reported',
            'progress',
            'domestic',
            'honour',
            'sexual',
            'outed',
            'online',
            'chemsex',
            'education',
            'event',
            'other',
          ],
        },
      ],
    },
    {
      slug: 'words',
      section: 'about',
      questions: [
        {
          id: 'account',
          kind: 'text',
          maxLength: 10_000,
          multiline: true,
          optional: true,
          hiddenFrom: ['export'],
        },
        { id: 'earlierReference', kind: 'text', maxLength: 100, optional: true, when: hasReported },
      ],
    },
    {
      slug: 'safety',
      section: 'about',
      questions: [
        {
          id: 'harm',
          kind: 'checkboxes',
          urgent: true,
          options: ['threats', 'threat-to-out', 'afraid-home', 'self-harm', 'dependent', 'under-18', 'none'],
          exclusive: 'none',
          optional: true,
        },
      ],
    },
    ...personPlaceSteps,
    preferencesStep,
    needsStep,
    ...requestContactSteps,
  ],
})

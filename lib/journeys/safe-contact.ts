import { defineJourney } from '@/lib/journey/definition'
import { changedContactSteps } from './contact-steps'

/** How the holder of a return code may be reached from now on: the questions of a report, but for the code they have. */
export const safeContact = defineJourney({ id: 'safe-contact', version: 1, steps: changedContactSteps })

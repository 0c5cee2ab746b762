import 'server-only'
import { translator } from '@/lib/i18n/translate'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import { present } from '@/lib/journey/present'
import type { Section } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'

interface Sent {
  readonly journey: string
  readonly version: number
  readonly answers: Answers
}

/**
 * What was asked and answered, in English, from the answers. Null when the journey has changed since, or when it would no
 * longer show every answer: then what the person saw is all there is.
 */
export function presentInEnglish(sent: Sent, context: JourneyContext): readonly Section[] | null {
  const journey = findJourney(sent.journey)
  if (journey?.version !== sent.version) return null
  const { relevant } = walk(journey, sent.answers, context)
  if (Object.keys(sent.answers).some((id) => !(id in relevant))) return null
  return present(journey, sent.answers, context, translator('en'), 'staff')
}

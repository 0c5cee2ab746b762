import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import { cleanText } from '@/lib/journey/clean-text'

/** The longest text staff may add in one go. */
const longestNote = 5_000

/** Text a person wrote, cleaned as answers are. `invalid` when nothing is left of it or it is too long. */
export function requireWords(text: string, longest = longestNote): string {
  const cleaned = cleanText(text)
  if (cleaned === '' || cleaned.length > longest) throw new DomainError('invalid')
  return cleaned
}

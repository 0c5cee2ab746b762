import { z } from 'zod'

/** A view of the queue that somebody keeps for themselves. */
export const savedView = z.object({ id: z.string(), name: z.string(), query: z.string() })
export type SavedView = z.infer<typeof savedView>

/** How many views one person keeps, and how long a name is, in characters. */
export const mostViews = 20
export const longestName = 40

/** A name as it is kept; null for none, or one that is too long. */
export function readViewName(text: string): string | null {
  const name = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .normalize('NFC')
  return name === '' || Array.from(name).length > longestName ? null : name
}

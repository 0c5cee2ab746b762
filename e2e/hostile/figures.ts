import { appendFileSync } from 'node:fs'

/** What a run counts. The names are how they are printed at its end. */
export type Figure =
  | 'values sent'
  | 'values taken through every field in process'
  | 'values shown in a browser'
  | 'scripts run'
  | 'attributes and elements injected'
  | 'server errors'
  | 'names accepted and shown unchanged'
  | 'requests refused properly'
  | 'protected pages given away'
  | 'ciphertexts tried'
  | 'ciphertexts opened'
  | 'random journeys'
  | 'steps of random journeys'
  | 'days of work simulated'
  | 'flags about them, all false'
  | 'hostile files sent'
  | 'hostile files taken'
  | 'hostile files refused in words'
  | 'hostile files that ran'
  | 'hostile files given to be shown'
  | 'snoopers planted'
  | 'snoopers flagged'

/** Adds to a figure of this run, in the file that whoever started the run will read. Without one it counts for nobody. */
export function count(figure: Figure, by: number): void {
  const file = process.env.HOSTILE_FIGURES
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ figure, by })}\n`)
}

/** Whether everything is sent, or as much as every change of the product has time for. */
export const isFull = process.env.HOSTILE === 'full'

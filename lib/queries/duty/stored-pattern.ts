import 'server-only'
import { z } from 'zod'
import type { Pattern } from '@/lib/domain/rota/duty-sources'
import { turnsSchema } from '@/lib/domain/rota/pattern'

interface StoredPattern {
  readonly startsOn: Date
  readonly endsOn: Date | null
  readonly cycleDays: number
  readonly turns: unknown
}

/** A pattern as it is stored; a day is midnight of UTC in the database. */
export function patternOf({ startsOn, endsOn, cycleDays, turns }: StoredPattern): Pattern {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    startsOn: day(startsOn),
    endsOn: endsOn === null ? null : day(endsOn),
    cycleDays,
    turns: z.parse(turnsSchema, turns),
  }
}

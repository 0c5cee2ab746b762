import 'server-only'
import { deskDb } from '@/lib/db/client'
import { planText } from './plan-text'

/** What a run of counting came to, in months of a measure. */
export interface Counted {
  readonly counted: number
  readonly waiting: number
}

/** Counts again what changed, at most so many months of a measure, the oldest first. For the job, with nobody signed in. */
export async function refreshFigures(most: number): Promise<Counted> {
  const [row] = await deskDb().$queryRaw<Counted[]>`
    SELECT counted, waiting FROM refresh_figures(${planText()}::jsonb, ${most}::integer)`
  return row ?? { counted: 0, waiting: 0 }
}

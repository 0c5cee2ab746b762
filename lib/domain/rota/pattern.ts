import { z } from 'zod'
import type { Pattern, Turn } from './duty-sources'

/** The most days a cycle has: twelve weeks. */
export const longestCycle = 84

/** What can be wrong with what says when somebody is on duty or away. */
export const rotaProblems = [
  'bad-date',
  'bad-time',
  'half-turn',
  'no-turns',
  'overlap',
  'outside-cycle',
  'cycle',
  'other-weekday',
  'other-rows',
  'ends-before-start',
  'over',
  'too-far',
  'too-long',
] as const
export type RotaProblem = (typeof rotaProblems)[number]

const problem = (code: RotaProblem) => ({ error: code })
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, problem('bad-time'))
/** Nothing that anybody plans lies outside; a year with a slip of the finger does. */
const isSensible = (day: string) => day >= '2000-01-01' && day < '2100-01-01'
const day = z.iso.date({ ...problem('bad-date'), abort: true }).refine(isSensible, problem('bad-date'))

/** The turns of a pattern, as they are stored. */
export const turnsSchema = z
  .array(
    z.object({ day: z.int(problem('outside-cycle')).min(0, problem('outside-cycle')), from: time, to: time }),
  )
  .min(1, problem('no-turns'))
  .max(3 * longestCycle, problem('overlap'))

/**
 * A pattern that can be kept. The message of each issue is a code of `rotaProblems`, its path says which part: a turn by its place in
 * the list.
 */
export const patternSchema = z
  .object({
    startsOn: day,
    endsOn: day.nullable(),
    cycleDays: z.int(problem('cycle')).min(1, problem('cycle')).max(longestCycle, problem('cycle')),
    turns: turnsSchema,
  })
  .superRefine((pattern, context) => {
    const add = (code: RotaProblem, path: (string | number)[]) => {
      context.addIssue({ code: 'custom', message: code, path })
    }
    if (pattern.endsOn !== null && pattern.endsOn < pattern.startsOn) add('ends-before-start', ['endsOn'])
    const outside = pattern.turns.findIndex((turn) => turn.day >= pattern.cycleDays)
    if (outside !== -1) add('outside-cycle', ['turns', outside])
    else for (const place of overlapping(pattern)) add('overlap', ['turns', place])
  })

interface Placed {
  readonly place: number
  readonly start: number
  readonly end: number
}

/** Places of turns that begin before another has ended, also when that is of the cycle before. */
function overlapping({ turns, cycleDays }: Pick<Pattern, 'turns' | 'cycleDays'>): readonly number[] {
  const placed = turns
    .map((turn, place): Placed => ({ place, start: startOf(turn), end: startOf(turn) + lengthOf(turn) }))
    .toSorted((one, other) => one.start - other.start)
  const cycle = cycleDays * 1440
  let ended = Math.max(...placed.map(({ end }) => end)) - cycle
  return placed.flatMap(({ place, start, end }) => {
    const overlaps = start < ended
    ended = Math.max(ended, end)
    return overlaps ? [place] : []
  })
}

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const startOf = (turn: Turn) => turn.day * 1440 + minutesOf(turn.from)

/** How long a turn is by the clock on the wall, in minutes: a whole day where it ends when it began. */
function lengthOf(turn: Turn): number {
  const minutes = minutesOf(turn.to) - minutesOf(turn.from)
  return minutes > 0 ? minutes : minutes + 1440
}

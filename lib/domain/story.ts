import { localTime } from './calendar'

/** What a story leaves out: steps that the product takes by itself and that say nothing of what people did. */
const behindTheScenes: ReadonlySet<string> = new Set([
  'offered',
  'offer-lapsed',
  'unrouted',
  'named',
  'clock-near',
])

/** What is told with its words by itself, and so not once more as an event. */
const toldWithWords: ReadonlySet<string> = new Set(['message-sent', 'message-received', 'agreed'])

/** Whether something of a case's history is told as an event in its story. */
export function isTold(type: string): boolean {
  return !behindTheScenes.has(type) && !toldWithWords.has(type)
}

/** One day of a story, by the force's calendar. */
interface StoryDay<T> {
  readonly day: string
  readonly moments: readonly T[]
}

/** What happened, the oldest first, day by day; what happened at the same time stays in its order. */
export function byDay<T extends { readonly at: Date }>(
  moments: readonly T[],
  timeZone: string,
): readonly StoryDay<T>[] {
  const inOrder = [...moments].sort((one, other) => one.at.getTime() - other.at.getTime())
  const dayOf = ({ at }: T) => localTime(at, { timeZone }).toPlainDate().toString()
  const days = new Map<string, T[]>()
  for (const moment of inOrder) {
    const day = dayOf(moment)
    const before = days.get(day)
    if (before === undefined) days.set(day, [moment])
    else before.push(moment)
  }
  return [...days].map(([day, told]) => ({ day, moments: told }))
}

/** The longest message either side may write, in characters. */
export const longestMessage = 4_000

export const messageAuthors = ['staff', 'reporter'] as const
/** Who wrote a message with a return code: staff, or whoever holds the code. */
export type MessageAuthor = (typeof messageAuthors)[number]

/** What can be wrong with a message. `full`: as many as may wait for an answer do. */
export type MessageProblem = 'required' | 'too-long' | 'full'

/** What is wrong with a text as a message; null when nothing is. Takes text that has been cleaned. */
export function messageProblem(text: string): MessageProblem | null {
  if (text === '') return 'required'
  return text.length > longestMessage ? 'too-long' : null
}

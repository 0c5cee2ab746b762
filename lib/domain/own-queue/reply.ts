/** A text to begin a message with, as a form names it. */
export interface ReplyChoice {
  readonly value: string
  readonly text: string
}

type Replies = Readonly<Record<string, readonly { readonly id: string; readonly text: string }[]>>

/** The texts of one language. */
export function repliesIn(
  replies: Replies,
  language: string,
): readonly (ReplyChoice & { readonly id: string })[] {
  return (replies[language] ?? []).map(({ id, text }) => ({ id, text, value: `${language} ${id}` }))
}

/** What somebody wrote with the chosen text below it; nothing they wrote is lost. An unknown choice changes nothing. */
export function withReply(written: string, choices: readonly ReplyChoice[], chosen: string): string {
  const reply = choices.find(({ value }) => value === chosen)
  if (reply === undefined) return written
  return written.trim() === '' ? reply.text : `${written.trimEnd()}\n\n${reply.text}`
}

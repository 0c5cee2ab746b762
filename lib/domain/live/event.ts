/** What a page of the desk is told as it happens: never more than that something is otherwise, and of which case. */
export type LiveEvent =
  | { readonly event: 'queue'; readonly fresh: number }
  /** Of the case it has open. */
  | { readonly event: 'case'; readonly mark: string }
  /** Who else has that case open is otherwise. */
  | { readonly event: 'here' }
  /** Nothing more comes: the session is over, or there are too many pages. */
  | { readonly event: 'ended' | 'full' }

/** One event as a stream has it. */
export function written({ event, ...data }: LiveEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

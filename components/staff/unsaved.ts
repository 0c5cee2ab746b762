/** A field that holds words of somebody's, and the form that would save them. */
interface Written<Form> {
  readonly form: Form | null
  readonly text: string
}

/** Knows, when a page is left, which form it is left by. */
export interface Leaving<Form> {
  /** A form is being sent: its own words are on their way. */
  readonly send: (form: Form) => void
  /**
   * Whether leaving now would lose words. The form sent last counts for this one leaving: whoever stays, and leaves by something
   * else, is asked about that form too.
   */
  readonly wouldLose: (written: readonly Written<Form>[]) => boolean
}

/** Watches the leaving of one page. */
export function watchLeaving<Form>(): Leaving<Form> {
  let sent: Form | null = null
  return {
    send: (form) => {
      sent = form
    },
    wouldLose: (written) => {
      const own = sent
      sent = null
      return written.some(({ form, text }) => text.trim() !== '' && (form === null || form !== own))
    },
  }
}

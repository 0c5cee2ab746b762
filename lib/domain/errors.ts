export type DomainErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'bad-transition'
  /** Nobody would be there to read a sealed case. */
  | 'last-reader'
  | 'invalid'
  /** A form about several cases names none, or more than it may. */
  | 'none-chosen'
  | 'many-chosen'
  /** A reason from a list has to be chosen for it. */
  | 'reason-missing'
  /** What cannot be undone was not confirmed. */
  | 'unconfirmed'
  /** How somebody may be reached has changed since the page was loaded. */
  | 'plan-changed'
  /** Somebody was reached in a way that is not safe for them, or not at that hour, and it is not said why. */
  | 'way-not-safe'
  /** A time to ring somebody back is over or full, or not safe by their plan. */
  | 'time-gone'
  | 'time-not-safe'
  /** A letter would tell somebody else who reads it too much. */
  | 'telling-words'
  /** The reporter asked to leave this officer out. */
  | 'left-out'
  /** They are not asked for the case any more. */
  | 'offer-over'
  /** It needs a proof of who is asking that is no older than ten minutes. */
  | 'step-up'
  /** Whoever opens a case that they do not hold says first why. */
  | 'no-reason'
  /** Breaking the glass of a case opened nothing, whatever the reason. */
  | 'not-opened'
  /** It was tried as often as it may be on one day. */
  | 'too-many'
  /** A legal hold forbids it. */
  | 'on-hold'
  /** A broken glass of the case is not reviewed yet. */
  | 'glass-unreviewed'
  /** What was said in the case is destroyed. */
  | 'erased'
  /** It could not be written to the log, and so it was not done. */
  | 'not-logged'
  | 'made-up'
  /** What is stored does not match its seal, or its key is not here. */
  | 'unreadable'
  /** A picture is not built as its kind is, so that nothing sure can be left out of a copy. */
  | 'no-copy'
  /** Another person has to decide what somebody asked for. */
  | 'own-request'
  | 'asked-otherwise'
  | 'no-way'
  | 'withdrawn'
  /** Whoever sent it gave no name, so nobody can be checked to be them. */
  | 'nameless'
  /** There is no number that would say who they are: none, or one that came with a later plan not long ago. */
  | 'number-unknown'
  /** Nobody decides about their own account. */
  | 'own-account'
  /** Nobody would be left to look after accounts. */
  | 'last-administrator'
  /** Somebody has an account with this address. */
  | 'exists'
  /** Closing so needs a supervisor's approval, who is not whoever asks. */
  | 'needs-approval'
  /** A supervisor closes with this ending. */
  | 'for-supervisor'
  /** Whether there is a real risk without what was said about the person complained of, nobody has answered. */
  | 'subject-unanswered'
  /** Of a recorded crime, its group of offences or whether any of it was online. */
  | 'crime-unanswered'
  /** A version of an ending that begins before today, that another one waits before, that begins when another does, or runs into one. */
  | 'edition-past'
  | 'edition-waiting'
  | 'edition-same-day'
  | 'edition-overlap'
  /** What is done with two cases is done with one and the same. */
  | 'same-case'
  /** The other case goes on in this one. */
  | 'merge-circle'
  /** This case, or the other, goes on in another already. */
  | 'merged-already'
  | 'other-merged'
  /** The other case is closed. */
  | 'other-closed'
  /** A sealed case stands alone. */
  | 'case-sealed'
  /** Whoever has the one case may not have the other. */
  | 'holder-may-not'
  | 'linked-already'
  /** There is no other case of that reference, or none they may know of or work on. */
  | 'other-not-found'
  /** A question is answered already. */
  | 'request-over'
  /** A case that was merged into it is still open. */
  | 'merged-open'
  /** An ending that is called as one there is already. */
  | 'edition-exists'
  /** A sender of referrals, or a key, that there is already; a third key at once. */
  | 'sender-exists'
  | 'two-keys'
  /** Another content came with the reference of a referral before. */
  | 'referral-changed'

/** A refusal the product expects and can put into words. The code is all it carries: never show `message` to a person. */
export class DomainError extends Error {
  readonly code: DomainErrorCode

  constructor(code: DomainErrorCode) {
    super(code)
    this.name = 'DomainError'
    this.code = code
  }
}

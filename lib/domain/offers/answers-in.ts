/** What came of asking somebody to take a case. */
export interface OfferAnswer {
  readonly accountId: string
  /** Null while it waits. */
  readonly outcome: string | null
  /** Null also where it is not for whoever asks. */
  readonly reason: string | null
}

/** Who is not to be asked again for the same case, by accounts. */
export interface OfferAnswers {
  readonly declinedIds: readonly string[]
  readonly unansweredIds: readonly string[]
}

/** Nobody was asked. */
export const noAnswers: OfferAnswers = { declinedIds: [], unansweredIds: [] }

/** Those who said no, and those whose duty ended without an answer. */
export function answersIn(offers: readonly OfferAnswer[]): OfferAnswers {
  const ofThose = (wanted: (one: OfferAnswer) => boolean) =>
    offers.filter(wanted).map(({ accountId }) => accountId)
  return {
    declinedIds: ofThose(({ outcome }) => outcome === 'declined'),
    unansweredIds: ofThose(({ outcome, reason }) => outcome === 'lapsed' && reason === 'duty-over'),
  }
}

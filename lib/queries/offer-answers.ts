import 'server-only'
import type { Transaction } from '@/lib/db/client'
import { answersIn } from '@/lib/domain/offers/answers-in'
import type { OfferAnswer, OfferAnswers } from '@/lib/domain/offers/answers-in'

type Row = OfferAnswer & { readonly id: string; readonly caseId: string }

/** What came of the offers of some cases, as far as whoever asks may know it: nothing of a case they do not see. */
export function offerAnswers(tx: Transaction, caseIds: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT o.offer_id AS id, c.id AS "caseId", o.account_id AS "accountId", o.outcome, o.reason
      FROM unnest(${[...caseIds]}::uuid[]) AS c(id), answers_to_offers(c.id) o`
}

/** Who is not to be asked again for one case. */
export async function answersOf(tx: Transaction, caseId: string): Promise<OfferAnswers> {
  return answersIn(await offerAnswers(tx, [caseId]))
}

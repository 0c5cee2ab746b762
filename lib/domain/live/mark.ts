/** Whether two states of a case, as they are marked, are of one contact plan: the version of the plan stands first in a mark. */
export function isSamePlan(one: string, other: string): boolean {
  return planIn(one) === planIn(other)
}

function planIn(mark: string): string | undefined {
  return mark.split('-')[0]
}

/** What became of news that came for a page: it is to be seen, is being fetched, or is on the page. */
export type NewsState = 'waits' | 'fetched' | 'shown'

/** News of a case for a page of it. */
export interface CaseNews {
  /** The state that was told. */
  readonly mark: string
  /** That of the page as it was when the page was asked for anew; null where it was not. */
  readonly asked: string | null
}

/** What became of `news` on a page that was made from `mark`. A page that was made anew may be newer than what was told. */
export function newsState(news: CaseNews, mark: string): NewsState {
  if (news.mark === mark) return 'shown'
  if (news.asked === null) return 'waits'
  return news.asked === mark ? 'fetched' : 'shown'
}

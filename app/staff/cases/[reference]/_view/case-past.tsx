import type { CasePageRead } from '../_act/read-page'
import { foldedFor } from './case-words'
import { CaseHistory } from './case-history'
import { CaseReading } from './case-reading'

/** What was sent and what happened since, for whoever opened the case; of one that was erased what happened alone. */
export function CasePast({ page }: { readonly page: CasePageRead }) {
  const { headline, may, history, clock } = page
  const { opened, reason } = page.read
  if (headline.erasedAt !== null && may.has('open'))
    return (
      <div className="min-w-0 lg:col-start-1">
        <CaseHistory reference={headline.reference} history={history} notes={null} clock={clock} />
      </div>
    )
  if (opened === null || reason === null) return null
  return (
    <div className="grid min-w-0 content-start gap-6 lg:col-start-1">
      <CaseReading {...{ headline, opened, reason, clock }} folded={foldedFor(page)} />
      <CaseHistory reference={headline.reference} history={history} notes={opened.notes} clock={clock} />
    </div>
  )
}

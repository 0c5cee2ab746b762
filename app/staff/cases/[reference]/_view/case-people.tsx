import { PeopleCard } from '@/components/staff/work/people-card'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { peopleOf } from '@/lib/domain/people'
import { shownTo } from '../../../_desk/shown-to'
import type { CasePageRead } from '../_act/read-page'

/** Who is in a case, by name, for whoever opened it. */
export function CasePeople({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, may, history, kept, read, clock } = page
  if (read.opened === null) return null
  const mayChange = may.has('add-note') && actsOn(stateOf(headline)).includes('add-note')
  return (
    <PeopleCard
      people={peopleOf(history.entries, read.opened.notes)}
      shown={mayChange ? shownTo(actor, headline) : null}
      kept={kept}
      t={clock.t}
    />
  )
}

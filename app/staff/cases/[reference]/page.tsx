import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { requireSession } from '@/lib/auth/require-actor'
import { callBacksOf } from '@/lib/queries/call-backs-of'
import { DeskPage } from '../../_desk/desk-page'
import { readCasePage } from './_act/read-page'
import type { Query } from './_act/read-page'
import { CaseAside } from './_view/case-aside'
import { CaseCallBack } from './_view/case-call-back'
import { CaseClockCards } from './_view/case-clocks'
import { CaseOpened } from './_view/case-opened'
import { CasePeople } from './_view/case-people'
import { CasePast } from './_view/case-past'
import { CaseSnooze } from './_view/case-snooze'
import { CaseTasks } from './_view/case-tasks'
import { CaseTiesCard } from './_view/case-ties'
import { CaseTop } from './_view/case-top'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Query>
}

/**
 * One case. Where the policy lets this person open it, looking at the page opens it, once they have said why if they do not hold it:
 * each look is a row in the audit, committed before anything is opened.
 */
export default async function CasePage({ params, searchParams }: Props) {
  const session = await requireSession()
  const page = await readCasePage(session, (await params).reference, searchParams)
  const { actor, headline, may, asks, running, kept, clock, query } = page
  const callBacks = await callBacksOf(actor, headline.id)
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={clock.t('staff.case.pageTitle')}
      problem={query.problem !== undefined}
    >
      <UnsavedGuard />
      <div className="mx-auto max-w-[76rem] px-4 py-4 md:px-6">
        <CaseTop page={page} />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
          <div className="grid content-start gap-6">
            <CaseOpened page={page} />
          </div>
          <div className="grid content-start gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <CaseClockCards {...{ actor, headline, may, asks, running, clock }} />
            <CaseCallBack {...{ headline, may, callBacks, clock }} plan={page.read.opened?.plan ?? null} />
            <CaseAside
              {...{ actor, headline, may, clock, kept, asks, callBacks }}
              closing={page.closing}
              reach={running.reach}
              held={page.read.held}
              unsure={page.read.opened?.unsureOfOfficer ?? false}
            />
            {page.read.opened === null ? null : <CaseTasks {...{ actor, headline }} t={clock.t} />}
            <CasePeople page={page} />
            <CaseTiesCard page={page} />
            <CaseSnooze {...{ actor, headline, clock }} />
          </div>
          <CasePast page={page} />
        </div>
      </div>
    </DeskPage>
  )
}

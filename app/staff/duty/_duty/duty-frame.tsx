import type { ReactNode } from 'react'
import type { FieldProblem } from '@/components/staff/field-problem'
import { ErrorSummary } from '@/components/ui/error-summary'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { KeptAct } from '@/lib/drafts/kept-act'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'
import { DoneNotice } from '../../_desk/done-notice'
import { KeptNotice } from '../../_desk/kept-notice'
import { controlOf } from './duty-problems'
import type { ShownDuty } from './duty-place'

interface Props {
  readonly actor: Actor
  readonly duty: ShownDuty
  /** The heading, where that is not the duty page's own. */
  readonly heading?: string
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly kept: KeptAct | null
  readonly problems: readonly FieldProblem[]
  readonly children: ReactNode
}

/** The frame of the pages about when somebody is on duty. A title names nobody; the page does. */
export function DutyFrame({ actor, duty, heading, query, kept, problems, children }: Props) {
  const t = translator('en')
  const { place, isOwn, name } = duty
  const shown = heading ?? t(isOwn ? 'staff.duty.title' : 'staff.duty.titleOf')
  // Of one's own page and of another's a tab says which it is.
  const title =
    place === null ? shown : t('staff.duty.ofAnother', { page: heading ?? t('staff.duty.titleOf') })
  const back =
    heading === undefined
      ? {
          href: staffPaths.officer(duty.officerId),
          words: t(isOwn ? 'staff.officer.ownSee' : 'staff.duty.back'),
        }
      : { href: staffPaths.duty(place), words: t('staff.duty.backToDuty') }
  return (
    <DeskPage
      actor={actor}
      here={place === null ? 'duty' : 'officers'}
      title={title}
      problem={problems.length > 0 || query.problem !== undefined}
    >
      <div className="px-4 py-4 md:px-6">
        <a href={back.href} className="text-sm">
          {back.words}
        </a>
        <h1 className="mt-1 mb-2 text-xl">
          {shown}
          {isOwn ? null : (
            <>
              {': '}
              <bdi>{name}</bdi>
            </>
          )}
        </h1>
        {problems.length === 0 ? (
          <DoneNotice own="staff.duty" query={query} t={t} />
        ) : (
          <ErrorSummary
            title={t('staff.duty.problem.title')}
            items={problems.map(({ field, message }) => ({ target: controlOf(field, kept), message }))}
            attempt={0}
          />
        )}
        <KeptNotice query={query} kept={kept} t={t} />
        {children}
      </div>
    </DeskPage>
  )
}

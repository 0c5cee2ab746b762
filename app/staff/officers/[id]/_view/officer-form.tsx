import type { ReactNode } from 'react'
import type { Clock } from '@/components/staff/clock'
import type { FieldProblem } from '@/components/staff/field-problem'
import { staffPaths } from '@/lib/config/paths'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { OfficerDetail } from '@/lib/queries/get-officer'

/** What a form about an officer is drawn from. */
export interface OfficerFormProps {
  readonly officer: OfficerDetail
  /** To whom the page is shown. */
  readonly actorId: string
  /** What was written in a form that was not taken. */
  readonly kept: KeptAct | null
  readonly problems: readonly FieldProblem[]
  readonly clock: Clock
}

interface Props {
  readonly officer: Pick<OfficerDetail, 'id' | 'version'>
  readonly actorId: string
  readonly act: string
  readonly className?: string
  readonly children: ReactNode
}

/** A plain form for one act about an officer, as they are now. */
export function OfficerForm({ officer, actorId, act, className, children }: Props) {
  return (
    <form method="post" action={staffPaths.officerAct(officer.id, act)} className={className}>
      <input type="hidden" name="version" value={officer.version} />
      <input type="hidden" name="shown-to" value={actorId} />
      {children}
    </form>
  )
}

/** What was chosen in a list of a form that was kept, or what is so now. */
export function chosenIn(
  kept: KeptAct | null,
  form: string,
  field: string,
  now: readonly string[],
): readonly string[] {
  if (kept?.form !== form) return now
  return (kept.values[field] ?? '').split('\n').filter((value) => value !== '')
}

import type { ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'

/** The acts on a case, as the last part of their address. */
export type ActName =
  | 'assign'
  | 'take'
  | 'decline'
  | 'transfer'
  | 'status'
  | 'note'
  | 'person'
  | 'person-role'
  | 'message'
  | 'letter'
  | 'contact'
  | 'agree'
  | 'new-code'
  | 'number'
  | 'control-room'
  | 'risk'
  | 'close'
  | 'closing'
  | 'tension'
  | 'crime'
  | 'review'
  | 'settle'
  | 'recuse'
  | 'conflict'
  | 'sealing'

/** A case as a page shows it, and to whom. */
export interface ShownCase {
  readonly reference: string
  /** The act is refused when there is a newer one. */
  readonly version: number
  /** The act is refused when another person is signed in at the same computer by then: nobody acts in another's name. */
  readonly actorId: string
}

interface Props {
  readonly shown: ShownCase
  readonly act: ActName
  /** Query of the queue to go back to; the case itself when absent. */
  readonly back?: string
  /** Another page to come back to: that which follows a recording, or that for supervisors. */
  readonly from?: 'recording' | 'attention'
  readonly className?: string
  readonly children: ReactNode
}

/** A plain form for one act on one case. */
export function ActForm({ shown, act, back, from, className, children }: Props) {
  return (
    <form method="post" action={staffPaths.caseAction(shown.reference, act)} className={className}>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      {back === undefined ? null : <input type="hidden" name="back" value={back} />}
      {from === undefined ? null : <input type="hidden" name="from" value={from} />}
      {children}
    </form>
  )
}

import type { ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'

/** The acts on a case, as the last part of their address. */
export type ActName =
  'assign' | 'take' | 'transfer' | 'status' | 'note' | 'message' | 'control-room' | 'risk' | 'close'

interface Props {
  readonly reference: string
  /** The version of the case this page shows: the act is refused when there is a newer one. */
  readonly version: number
  readonly act: ActName
  /** Query of the queue to go back to; the case itself when absent. */
  readonly back?: string
  /** The page that follows a recording, to come back to. */
  readonly from?: 'recording'
  readonly className?: string
  readonly children: ReactNode
}

/** A plain form for one act on one case. */
export function ActForm({ reference, version, act, back, from, className, children }: Props) {
  return (
    <form method="post" action={staffPaths.caseAction(reference, act)} className={className}>
      <input type="hidden" name="version" value={version} />
      {back === undefined ? null : <input type="hidden" name="back" value={back} />}
      {from === undefined ? null : <input type="hidden" name="from" value={from} />}
      {children}
    </form>
  )
}

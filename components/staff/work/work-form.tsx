import type { ReactNode } from 'react'
import type { ShownCase } from '@/components/staff/act-form'
import { staffPaths } from '@/lib/config/paths'

interface Props {
  readonly shown: ShownCase
  /** The last part of its address. */
  readonly act: string
  readonly className?: string
  readonly children: ReactNode
}

/** A plain form of the page of what belongs with a case. */
export function WorkForm({ shown, act, className, children }: Props) {
  return (
    <form method="post" action={`${staffPaths.caseWork(shown.reference)}/${act}`} className={className}>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      {children}
    </form>
  )
}

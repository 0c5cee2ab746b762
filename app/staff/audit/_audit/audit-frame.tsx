import type { ReactNode } from 'react'
import { AuditNav, auditTabs } from '@/components/staff/audit-nav'
import type { AuditTab } from '@/components/staff/audit-nav'
import { mayMakeDecoys } from '@/lib/domain/decoy'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { auditWaiting } from '@/lib/queries/audit-waiting'
import { DeskPage } from '../../_desk/desk-page'

interface Props {
  readonly actor: Actor
  readonly tab: AuditTab
  /** What kind of page it is, where that is not the tab's own. */
  readonly title?: string
  /** True when the page shows something to put right. */
  readonly problem?: boolean
  readonly children: ReactNode
}

/** The frame of the pages of whoever answers for looking. */
export async function AuditFrame({ actor, tab, title, problem = false, children }: Props) {
  const t = translator('en')
  const waiting = await auditWaiting(actor)
  const tabs = auditTabs.filter((each) => each !== 'decoys' || mayMakeDecoys(actor.role))
  const ofTab = t(tab === 'log' ? 'staff.audit.title' : `oversight.${tab}.title`)
  return (
    <DeskPage actor={actor} here="audit" title={title ?? ofTab} problem={problem}>
      <div className="px-4 py-4 md:px-6">
        <AuditNav here={tab} tabs={tabs} waiting={waiting} t={t} />
        {children}
      </div>
    </DeskPage>
  )
}

import type { ClosureApproval } from '@/lib/domain/force-endings'

/** What two people close, for forces that have no rule of their own: a case of high risk, however it ends. */
export const intakeClosing: ClosureApproval = { risks: ['high'], dispositions: [] }

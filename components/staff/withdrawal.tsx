import { NotSafe } from '@/components/staff/not-safe'
import type { Translate } from '@/lib/i18n/translate'

/** That somebody withdrew, and whether they want to be told how it ends: null where that was not kept. */
export interface Withdrawal {
  readonly wantsToHear: boolean | null
}

/** What counts of a withdrawal now: nothing any more of a case that is closed. */
export function withdrawalOf(found: {
  readonly status: string
  readonly withdrawnAt: Date | null
  readonly wantsToHear: boolean | null
}): Withdrawal | null {
  return found.withdrawnAt === null || found.status === 'closed' ? null : { wantsToHear: found.wantsToHear }
}

interface Props {
  readonly of: Withdrawal | null | undefined
  readonly t: Translate
}

/** Before anything that would reach them: they asked for nothing more to be done. Nothing where they did not. */
export function WithdrawalLine({ of, t }: Props) {
  if (!of) return null
  return (
    <>
      <NotSafe words={t('staff.withdrawal.line')} />
      <p className="mb-2 font-bold">{t(`staff.withdrawal.${heardBy(of)}`)}</p>
    </>
  )
}

/** What whoever closes has to know of it. */
export function WithdrawalAtClosing({ of, t }: Props) {
  const hear = of?.wantsToHear ?? null
  if (hear === null) return null
  return (
    <p data-hear="" className="notice tone-warn py-2">
      {t(hear ? 'staff.withdrawal.closing' : 'staff.withdrawal.closingSilent')}
    </p>
  )
}

function heardBy({ wantsToHear }: Withdrawal): 'hear' | 'silent' | 'unsaid' {
  if (wantsToHear === null) return 'unsaid'
  return wantsToHear ? 'hear' : 'silent'
}

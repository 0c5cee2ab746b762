import type { FieldProblem } from '@/components/staff/field-problem'
import { invitationProblems } from '@/lib/domain/account'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { districtChoices } from '../../../_desk/clock'

/** What was wrong with each field of an invitation that was not made, as it was kept; nothing for any other problem. */
export function inviteProblems(
  problem: unknown,
  kept: Pick<KeptAct, 'form' | 'values'> | null,
  t: Translate,
): readonly FieldProblem[] {
  if (kept?.form !== 'invite') return []
  if (problem === 'exists') return [{ field: 'email', message: t('accounts.invite.problem.exists') }]
  if (problem !== 'invalid') return []
  const { name = '', email = '', role = '' } = kept.values
  const wrong = invitationProblems({ name, email, role, districts: districtsIn(kept) }, [
    ...districtChoices().keys(),
  ])
  return wrong.map((field) => ({ field, message: t(`accounts.invite.problem.${field}`) }))
}

/** The districts ticked in a form that was kept. */
export function districtsIn({ values }: Pick<KeptAct, 'values'>): readonly string[] {
  return (values.districts ?? '').split('\n').filter((id) => id !== '')
}

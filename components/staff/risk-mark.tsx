import type { Translate } from '@/lib/i18n/translate'
import type { Risk } from '@/lib/domain/words'

const looks: Readonly<Record<Risk, string>> = {
  high: 'risk-mark risk-high',
  medium: 'risk-mark risk-medium',
  low: 'risk-mark risk-low',
}

/** A risk as a shape, a word and a colour, in that order of importance. */
export function RiskMark({ risk, t }: { readonly risk: Risk; readonly t: Translate }) {
  return <span className={looks[risk]}>{t(`staff.risk.${risk}`)}</span>
}

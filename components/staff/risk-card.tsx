import { shownRules } from '@/lib/domain/shown-rules'
import type { Risk } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { riskRuleWords } from '@/components/staff/case-words'

interface Props {
  readonly risk: Risk
  readonly suggested: Risk
  /** Whether a person decided it. */
  readonly decided: boolean
  readonly rules: readonly string[]
  /** By when it is to be looked at again, in words; null where no day is set. */
  readonly again: { readonly words: string; readonly isLate: boolean } | null
  readonly t: Translate
}

/** Why a case has its risk: every rule that was raised, in words, and whether a person has decided since. */
export function RiskCard({ risk, suggested, decided, rules, again, t }: Props) {
  const word = (level: Risk) => t(`staff.risk.${level}`)
  return (
    <section className="card">
      <h3 className="card-title">
        {t('staff.case.riskTitle', { risk: word(decided ? suggested : risk).toLowerCase() })}
      </h3>
      {decided ? (
        <p className="mb-1.5 font-semibold">
          {t(risk === suggested ? 'staff.case.riskConfirmed' : 'staff.case.riskDecided', {
            risk: word(risk),
            suggested: word(suggested).toLowerCase(),
          })}
        </p>
      ) : null}
      {again === null ? null : (
        <p className={`mb-1.5 ${again.isLate ? 'font-bold text-danger' : 'text-ink-soft'}`}>{again.words}</p>
      )}
      {rules.length === 0 ? (
        <p>{t('staff.case.riskNone')}</p>
      ) : (
        <ul className="bullets">
          {shownRules(rules).map((rule) => (
            <li key={rule}>{riskRuleWords(rule, t)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

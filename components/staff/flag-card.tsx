import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'
import { flagOutcomes } from '@/lib/domain/looking/resolution'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'

/** A flag as its page shows it. */
interface ShownFlag {
  readonly id: string
  readonly rule: string
  readonly signs: readonly string[]
  readonly who: string
  readonly role: string | null
  readonly day: Date
  readonly raisedAt: Date
  readonly resolved: {
    readonly by: string | null
    readonly at: Date | null
    readonly outcome: string
    readonly reason: string | null
  } | null
}

interface Props {
  readonly flag: ShownFlag
  /** The rows of the audit that made it. */
  readonly rows: ReactNode
  readonly count: number
  /** What was chosen before the form was refused. */
  readonly answer: string | undefined
  readonly clock: Clock
}

/** One flag: whose looking, what the rule saw in words, the rows behind it, and what came of it or the form that asks. */
export function FlagCard({ flag, rows, count, answer, clock }: Props) {
  const { t } = clock
  const title = `flag-${flag.id}`
  return (
    <article aria-labelledby={title} data-rule={flag.rule} className="card grid gap-3">
      <header>
        <h3 id={title} className="text-lg">
          {t(`staff.looking.name.${flag.rule}`)}: <bdi className="wrap-anywhere">{flag.who}</bdi>
        </h3>
        <p className="text-ink-soft">
          {aboutWords(flag, clock)} {t('oversight.flags.raised', { at: saidTime(flag.raisedAt, clock) })}
        </p>
      </header>
      <p className="max-w-measure">{t(`staff.looking.rule.${flag.rule}`)}</p>
      {flag.rule === 'several-signs' ? <p className="max-w-measure">{signWords(flag.signs, t)}</p> : null}
      <details open={count <= 6}>
        <summary className="cursor-pointer py-1 font-semibold">
          {t('oversight.flags.rows', { count })}
        </summary>
        <div className="mt-2">{rows}</div>
      </details>
      {flag.resolved === null ? (
        <ResolveForm id={flag.id} answer={answer} t={t} />
      ) : (
        <p data-resolved="">{resolvedWords(flag.resolved, clock)}</p>
      )}
    </article>
  )
}

function aboutWords({ role, day }: ShownFlag, clock: Clock): string {
  const { t } = clock
  // The day is a date without a time: noon of it is that day by every clock of a force.
  const said = saidDay(new Date(day.getTime() + 12 * 3_600_000), clock)
  const words =
    role === null ? said : t('oversight.flags.about', { role: t(`staff.role.${role}`), day: said })
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function signWords(signs: readonly string[], t: Translate): string {
  const names = signs.map((sign) => lowerFirst(t(`staff.looking.name.${sign}`)))
  return t('oversight.flags.signs', { signs: names.join(', ') })
}

/** An outcome with its reason: alone, neither says what was chosen. */
function answerWords(outcome: string, reason: string, t: Translate): string {
  return `${t(`staff.looking.outcome.${outcome}`)}: ${lowerFirst(t(`staff.looking.reason.${reason}`))}`
}

function resolvedWords(
  { by, at, outcome, reason }: NonNullable<ShownFlag['resolved']>,
  clock: Clock,
): string {
  const { t } = clock
  return t('oversight.flags.resolved', {
    outcome: t(`staff.looking.outcome.${outcome}`),
    reason: lowerFirst(t(`staff.looking.reason.${reason ?? ''}`)),
    who: by ?? t('staff.case.somebody'),
    at: at === null ? '' : saidTime(at, clock),
  })
}

function ResolveForm({
  id,
  answer,
  t,
}: {
  readonly id: string
  readonly answer: string | undefined
  readonly t: Translate
}) {
  return (
    <form method="post" action={staffPaths.auditFlagResolve} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="flag" value={id} />
      <div>
        <label className="label" htmlFor={`answer-${id}`}>
          {t('oversight.flags.answer')}
        </label>
        <select
          id={`answer-${id}`}
          name="answer"
          required
          defaultValue={answer ?? ''}
          className="input max-w-full"
        >
          <option value="" disabled>
            {t('oversight.flags.choose')}
          </option>
          {Object.entries(flagOutcomes).map(([outcome, reasons]) =>
            reasons.map((reason) => (
              <option key={`${outcome} ${reason}`} value={`${outcome} ${reason}`}>
                {answerWords(outcome, reason, t)}
              </option>
            )),
          )}
        </select>
      </div>
      <Button>{t('oversight.flags.submit')}</Button>
    </form>
  )
}

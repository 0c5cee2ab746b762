import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { deskNotices, hasUnasked, mayHaveNotice, wantsNotice } from '@/lib/domain/outbound/desk-notices'
import { letterChoices } from '@/lib/domain/outbound/staff-letters'
import type { LetterChoice } from '@/lib/domain/outbound/staff-letters'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { waysThatSend } from '@/lib/queries/list-outbound'
import { ownLetters } from '@/lib/queries/own-letters'

/** Which e-mails somebody wants, where any are sent and they may have one. Of cases only whoever may hold one is written to. */
export async function LettersSection({ actor, t }: { readonly actor: Actor; readonly t: Translate }) {
  if (!waysThatSend().includes('email')) return null
  const { role } = actor
  const hasCases = mayHoldCases(role)
  const notices = deskNotices.filter((notice) => mayHaveNotice(role, notice))
  if (!hasCases && notices.length === 0) return null
  const { letters, quietFrom, quietUntil, chosen } = await ownLetters(actor)
  return (
    <section className="mb-6 grid gap-2 border-t border-line pt-3" aria-labelledby="letters-title">
      <h2 id="letters-title" className="text-lg">
        {t('outbound.staff.title')}
      </h2>
      {hasCases ? <p>{t('outbound.staff.lead')}</p> : null}
      <form method="post" action={staffPaths.ownLetters} className="grid gap-3">
        <input type="hidden" name="shown-to" value={actor.id} />
        {hasCases ? <OfCases letters={letters} t={t} /> : <WithoutCases letters={letters} />}
        {notices.length === 0 ? null : (
          <fieldset className="grid gap-1">
            <legend className="label">{t(`outbound.staff.${hasCases ? 'besides' : 'alone'}`)}</legend>
            <p className="text-sm text-ink-soft">
              {t(`outbound.staff.${hasCases ? 'besidesHint' : 'aloneHint'}`)}
            </p>
            {notices.map((notice) => (
              <label key={notice} className="flex cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  name={notice}
                  value="yes"
                  defaultChecked={
                    hasCases
                      ? (chosen[notice] ?? hasUnasked(role, notice))
                      : wantsNotice({ role, letters, chosen }, notice)
                  }
                  className="tick"
                />
                {t(`outbound.staff.${notice}`)}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset className="grid gap-1">
          <legend className="label">{t('outbound.staff.quiet')}</legend>
          <p className="text-sm text-ink-soft">{t('outbound.staff.quietHint')}</p>
          <div className="flex flex-wrap gap-4">
            <Hour name="from" value={quietFrom} t={t} />
            <Hour name="until" value={quietUntil} t={t} />
          </div>
        </fieldset>
        <div>
          <Button look="quiet">{t('outbound.staff.save')}</Button>
        </div>
      </form>
    </section>
  )
}

interface LettersProps {
  readonly letters: LetterChoice
}

function OfCases({ letters, t }: LettersProps & { readonly t: Translate }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="label">{t('outbound.staff.choice')}</legend>
      {letterChoices.map((choice) => (
        <label key={choice} className="flex cursor-pointer items-center gap-2">
          <input
            type="radio"
            name="letters"
            value={choice}
            defaultChecked={choice === letters}
            className="tick"
          />
          {t(`outbound.staff.${choice}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** Nothing is asked of those; that none was wanted with another role would keep from them what they tick here. */
function WithoutCases({ letters }: LettersProps) {
  return <input type="hidden" name="letters" value={letters === 'none' ? 'digest' : letters} />
}

interface HourProps {
  readonly name: 'from' | 'until'
  readonly value: number | null
  readonly t: Translate
}

function Hour({ name, value, t }: HourProps) {
  return (
    <label>
      <span className="label">{t(`outbound.staff.${name}`)}</span>
      <select name={name} defaultValue={value ?? ''} className="input">
        <option value="">{t('outbound.staff.noQuiet')}</option>
        {Array.from({ length: 24 }, (_, hour) => (
          <option key={hour} value={hour}>{`${String(hour).padStart(2, '0')}:00`}</option>
        ))}
      </select>
    </label>
  )
}

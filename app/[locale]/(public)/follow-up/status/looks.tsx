import { translator } from '@/lib/i18n/translate'
import { dayWords } from '@/components/journey/moment-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import type { RoleThatLooked } from '@/lib/queries/follow-up'

interface Props {
  readonly looks: readonly RoleThatLooked[]
  /** What to do about a look that worries them. */
  readonly worried: string
  readonly locale: Locale
}

/** In what roles people opened what was sent, and on which day last. Never who, and nothing of what runs by the clock. */
export function Looks({ looks, worried, locale }: Props) {
  const t = translator(locale)
  return (
    <section id="looks" aria-labelledby="looks-title">
      <h2 id="looks-title" className="mb-2 text-lg">
        {t('public.looks.heading')}
      </h2>
      <p className="mb-3 text-ink-soft">{t('public.looks.lead')}</p>
      {looks.length === 0 ? (
        <p>{t('public.looks.none')}</p>
      ) : (
        <>
          <ul className="grid gap-2">
            {looks.map(({ role, lastOn }) => (
              <li key={role} data-role={role} className="border-s-2 border-line ps-3 wrap-break-word">
                <strong>{roleWords(role, t)}</strong>
                {', '}
                {t('public.looks.last', { day: dayWords(lastOn, locale) })}
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-ink-soft">{worried}</p>
        </>
      )}
    </section>
  )
}

function roleWords(role: string, t: Translate): string {
  const key = `public.looks.role.${role}`
  return t(t.has(key) ? key : 'public.looks.role.other')
}

import { momentOn } from '@/components/journey/moment-words'
import { Notice } from '@/components/ui/notice'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

/** That staff said for them how they may be reached, and what to do if that was somebody else; nothing where they said it themselves last. */
export function ChangedByStaff({ at, locale }: { readonly at: Date | null; readonly locale: Locale }) {
  if (at === null) return null
  const t = translator(locale)
  return (
    <Notice tone="warn">
      <p className="font-semibold">{t('returning.planByStaff.said', { at: momentOn(at, locale) })}</p>
      <p className="mt-1">{t('returning.planByStaff.notYou')}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        <a href="#message" className="font-semibold">
          {t('public.messages.label')}
        </a>
        <a href={publicPaths.changeContact(locale)} className="font-semibold">
          {t('returning.planByStaff.change')}
        </a>
      </p>
    </Notice>
  )
}

import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

/** The way back to where things stand. */
export function BackToStatus({ locale }: { readonly locale: Locale }) {
  return (
    <p className="text-sm">
      <a href={publicPaths.followUpStatus(locale)} className="inline-block py-1">
        {translator(locale)('returning.back')}
      </a>
    </p>
  )
}

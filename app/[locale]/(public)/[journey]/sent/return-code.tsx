import { CopyAndPrint } from '@/components/ui/copy-and-print'
import { Button } from '@/components/ui/button'
import { publicPaths } from '@/lib/config/paths'
import { formatReturnCode } from '@/lib/domain/return-code'
import { translator } from '@/lib/i18n/translate'
import type { Sent } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly sent: Sent
  readonly locale: Locale
}

/** The code, to write down, print, copy or hide; or that none was wanted, which is just as well. */
export function ReturnCode({ sent, locale }: Props) {
  const t = translator(locale)
  if (sent.codeHidden === true) return <p>{t('public.sent.hidden')}</p>
  if (sent.returnCode === null) return <p>{t('public.sent.noCode')}</p>
  const shown = formatReturnCode(sent.returnCode)
  return (
    <section className="rounded-lg border border-line p-6">
      <h2 className="mb-2 text-lg">{t('public.sent.codeTitle')}</h2>
      <p>{t('public.sent.code')}</p>
      <p
        dir="ltr"
        className="my-4 rounded-md bg-paper-2 px-4 py-3 font-mono text-lg font-bold tracking-wide break-words"
      >
        {shown}
      </p>
      <CopyAndPrint
        text={shown}
        words={{
          copy: t('public.sent.copy'),
          copied: t('public.sent.copied'),
          print: t('public.sent.print'),
        }}
      />
      <p className="text-sm text-ink-soft">
        {t('public.sent.printHint')} {t('public.sent.codeOnce')}
      </p>
      <form method="post" action={publicPaths.hideCode(locale, sent.journeyId)} className="no-print mt-4">
        <Button look="quiet">{t('public.sent.hide')}</Button>
      </form>
    </section>
  )
}

import { CopyAndPrint } from '@/components/ui/copy-and-print'
import { formatReturnCode } from '@/lib/domain/return-code'
import type { Translate } from '@/lib/i18n/translate'

/** The code, to write down, print or copy; or that none was wanted, which is just as well. */
export function ReturnCode({ code, t }: { readonly code: string | null; readonly t: Translate }) {
  if (code === null) return <p>{t('public.sent.noCode')}</p>
  const shown = formatReturnCode(code)
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
    </section>
  )
}

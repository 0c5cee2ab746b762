import { ExitLink } from '@/components/ui/exit-link'
import { SkipLink } from '@/components/ui/skip-link'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { PublicFooter } from './public-footer'
import { UrgentBar } from './urgent-bar'
import type { Locale } from '@/lib/i18n/locales'
import type { ReactNode } from 'react'

interface Props {
  readonly locale: Locale
  /** Short and neutral: it stands in the browser's history. */
  readonly title: string
  /** The address of this page in another language. */
  readonly path: (locale: string) => string
  /** True when the page shows something to put right, which the title then says. */
  readonly problem?: boolean
  /** False on the page that is about emergencies. */
  readonly urgent?: boolean
  readonly children: ReactNode
}

/** What every public page has around it: the way out, the way to 999, and where else to go. */
export function PublicPage({ locale, title, path, problem = false, urgent = true, children }: Props) {
  const t = translator(locale)
  return (
    <>
      <title>{t(problem ? 'public.site.errorTitle' : 'public.site.title', { page: title })}</title>
      <SkipLink href="#main">{t('public.shell.skip')}</SkipLink>
      <PublicHeader locale={locale} />
      {urgent ? <UrgentBar locale={locale} /> : null}
      <main id="main" className="mx-auto w-full max-w-page grow px-5 pt-6 pb-16">
        {children}
      </main>
      <PublicFooter locale={locale} path={path} />
    </>
  )
}

function PublicHeader({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <header className="no-print top-bar border-t-4 border-b border-t-brand border-b-line bg-paper">
      <div className="mx-auto flex max-w-page items-center justify-between gap-4 px-5 py-2.5">
        <a
          href={publicPaths.home(locale)}
          className="flex items-center gap-3 leading-tight text-ink no-underline hover:text-brand"
        >
          <Mark />
          <span>
            <strong className="block">{t('public.site.name')}</strong>
            <span className="block text-sm text-ink-soft">{currentForce().area}</span>
          </span>
        </a>
        <ExitLink
          href={publicPaths.exit}
          label={t('public.shell.exit')}
          leaving={t('public.shell.leaving')}
          progress={[t('public.shell.exitTwoMore'), t('public.shell.exitOneMore')]}
        />
      </div>
    </header>
  )
}

/** Two lines side by side. */
function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className="size-9 shrink-0 fill-brand stroke-brand-ink max-[22rem]:hidden"
    >
      <rect width="32" height="32" rx="8" stroke="none" />
      <path d="M12 9v14M20 9v14" strokeWidth="4" strokeLinecap="round" />
    </svg>
  )
}

import type { ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import { sectionsId } from '@/components/staff/desk-nav'
import { SkipLink } from '@/components/ui/skip-link'

interface Props {
  readonly nav: ReactNode
  /** How many cases they are asked to take: said also where the sections are folded away. */
  readonly asked: number
  readonly signedIn: string
  /** Whether single keys act for them: their names are beside what they do only then. */
  readonly hasKeys: boolean
  /** Says in good time that the session ends. */
  readonly notice: ReactNode
  readonly t: Translate
  readonly children: ReactNode
}

/** The frame of every page of the desk. */
export function DeskShell({ nav, asked, signedIn, hasKeys, notice, t, children }: Props) {
  return (
    <div
      data-keys={hasKeys ? 'on' : 'off'}
      className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]"
    >
      <SkipLink href="#main">{t('staff.skip')}</SkipLink>
      {notice}
      <header className="no-print border-line bg-paper-2 max-lg:border-b max-lg:px-3 max-lg:pt-2 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-e lg:px-3 lg:py-4">
        <div className="flex flex-wrap items-center justify-between gap-x-3 max-lg:mb-1 lg:contents">
          <a href={staffPaths.queue} className="text-lg font-bold text-ink no-underline lg:px-2.5 lg:pb-3.5">
            {t('staff.product')}
          </a>
          <a href={`#${sectionsId}`} className="py-1 text-brand underline underline-offset-3 lg:hidden">
            {asked === 0 ? t('staff.sections') : t('staff.sectionsAsked', { count: asked })}
          </a>
          <div className="flex min-w-0 items-center gap-3 text-sm text-ink-soft max-sm:basis-full max-sm:justify-between lg:order-last lg:mt-auto lg:flex-col lg:items-start lg:gap-1.5 lg:px-2.5 lg:pt-4">
            <p className="min-w-0 wrap-break-word max-sm:text-xs">{signedIn}</p>
            <form method="post" action={staffPaths.signOut}>
              <button
                type="submit"
                className="cursor-pointer py-1 whitespace-nowrap text-brand underline underline-offset-3"
              >
                {t('staff.nav.signOut')}
              </button>
            </form>
          </div>
        </div>
        {nav}
      </header>
      <main id="main" tabIndex={-1} className="min-w-0">
        {children}
      </main>
    </div>
  )
}

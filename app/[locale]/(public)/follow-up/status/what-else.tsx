import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { FollowUpDone } from '@/lib/drafts/draft'
import type { FollowUpStatus } from '@/lib/queries/follow-up'

interface DoneProps {
  /** What the address says was done. */
  readonly asked: unknown
  /** What was done last in this visit: an address that somebody else sent says nothing. */
  readonly done: FollowUpDone | undefined
  readonly locale: Locale
}

/** That what somebody did a moment ago is done, and what follows from it. */
export function Done({ asked, done, locale }: DoneProps) {
  if (done === undefined || done !== asked) return null
  return (
    <div role="status">
      <Notice tone={done === 'answered-late' ? 'warn' : 'good'}>
        <p>{translator(locale)(`returning.done.${done}`)}</p>
      </Notice>
    </div>
  )
}

/** What whoever has the code can do besides writing. */
export function WhatElse({ status, locale }: { readonly status: FollowUpStatus; readonly locale: Locale }) {
  const t = translator(locale)
  const links = [
    { href: publicPaths.files(locale, 'follow-up'), text: t('files.later.can') },
    { href: publicPaths.changeContact(locale), text: t('returning.can.contact') },
    { href: publicPaths.referral(locale), text: t('service.can') },
    { href: publicPaths.notAgreed(locale), text: t('returning.can.notAgreed') },
    ...(status.withdrawnAt !== null || status.status === 'closed'
      ? []
      : [{ href: publicPaths.withdraw(locale), text: t('returning.can.withdraw') }]),
  ]
  return (
    <section aria-labelledby="what-else">
      <h2 id="what-else" className="mb-2 text-lg">
        {t('returning.can.title')}
      </h2>
      <ul className="grid gap-2">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className="inline-block py-1 font-semibold">
              {text}
            </a>
          </li>
        ))}
      </ul>
      {status.withdrawnAt === null || status.status === 'closed' ? null : (
        <form method="post" action={`${publicPaths.withdraw(locale)}/take-back`} className="mt-3">
          <Button look="quiet">{t('returning.can.goOn')}</Button>
        </form>
      )}
    </section>
  )
}

import { Door, DoorButton } from '@/components/ui/door'
import { Heading } from '@/components/ui/heading'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { RouteCard } from '../_shell/route-card'
import { AsidePart, TwoColumns } from '../_shell/two-columns'
import { UnsentNotice } from '../_shell/unsent-notice'
import type { Locale } from '@/lib/i18n/locales'
import type { ReactNode } from 'react'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The doors: every way this service can help, and beside them the ways that are not this service. */
export default async function StartPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return (
    <PublicPage locale={locale} title={t('public.start.title')} path={publicPaths.start}>
      <TwoColumns beside={<ExitNote locale={locale} />}>
        <Heading lead={t('public.start.lead')}>{t('public.start.heading')}</Heading>
        <UnsentNotice locale={locale} />
        <Doors title={t('public.start.reportTitle')}>
          <Roles locale={locale} />
          <Door
            href={publicPaths.journey(locale, 'report')}
            title={t('public.start.anonymous')}
            text={t('public.start.anonymousHint')}
          />
        </Doors>
        <Doors title={t('public.start.talkTitle')}>
          <Door
            href={publicPaths.journey(locale, 'liaison')}
            title={t('public.start.liaison')}
            text={t('public.start.liaisonHint')}
          />
        </Doors>
        <Doors title={t('public.start.backTitle')}>
          <Door
            href={publicPaths.followUp(locale)}
            title={t('public.start.followUp')}
            text={t('public.start.followUpHint')}
          />
          <Door
            href={publicPaths.support(locale)}
            title={t('public.start.support')}
            text={t('public.start.supportHint')}
          />
        </Doors>
        <OtherWays locale={locale} />
      </TwoColumns>
    </PublicPage>
  )
}

/** Each of these answers the first question of a report. As a form, so that the answer stands in no address. */
function Roles({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  const roles = [
    ['victim', 'self'],
    ['witness', 'witness'],
    ['on-behalf', 'other'],
  ] as const
  return (
    <form method="post" action={publicPaths.door(locale)} className="grid gap-2.5">
      {roles.map(([role, words]) => (
        <DoorButton
          key={role}
          name="role"
          value={role}
          title={t(`public.start.${words}`)}
          text={t(`public.start.${words}Hint`)}
        />
      ))}
    </form>
  )
}

function Doors({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">{title}</h2>
      <div className="grid gap-2.5">{children}</div>
    </section>
  )
}

function OtherWays({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  const shown = ['non-emergency', 'true-vision', 'crimestoppers', 'transport-police']
  return (
    <section>
      <h2 className="mb-3 text-lg">{t('public.start.otherWays')}</h2>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {currentForce()
          .routes.filter(({ id }) => shown.includes(id))
          .map((route) => (
            <RouteCard key={route.id} route={route} t={t} />
          ))}
      </div>
    </section>
  )
}

function ExitNote({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <AsidePart title={t('public.start.exitTitle')}>
      <ul className="grid gap-2">
        {(['exit1', 'exit2', 'exit3'] as const).map((line) => (
          <li key={line}>{t(`public.start.${line}`)}</li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={publicPaths.privacy(locale)}>{t('public.start.exitMore')}</a>
      </p>
    </AsidePart>
  )
}

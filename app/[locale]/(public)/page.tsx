import { Notice } from '@/components/ui/notice'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers, readingHours } from './_shell/force-words'
import { localeOf } from './_shell/locale-of'
import { PublicPage } from './_shell/public-page'
import { AsidePart, TwoColumns } from './_shell/two-columns'
import { UnsentNotice } from './_shell/unsent-notice'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The first question, before anything can be typed: does this need somebody now? */
export default async function HomePage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return (
    <PublicPage locale={locale} title={t('public.home.title')} path={publicPaths.home}>
      <TwoColumns beside={<Beside locale={locale} />}>
        <p className="mb-3 font-semibold text-brand">
          {t('public.home.about', { area: currentForce().area })}
        </p>
        <h1 className="text-xl tracking-tight">{t('public.home.heading')}</h1>
        <p className="mt-2 text-ink-soft">{t('public.home.lead')}</p>
        <nav className="my-8 grid gap-3" aria-label={t('public.home.heading')}>
          <Answer
            href={publicPaths.emergency(locale)}
            title={t('public.home.yes')}
            text={t('public.home.yesHint')}
            urgent
          />
          <Answer
            href={publicPaths.start(locale)}
            title={t('public.home.no')}
            text={t('public.home.noHint')}
          />
        </nav>
        <UnsentNotice locale={locale} />
        <Notice tone="warn" level={2} title={t('public.home.notWatchedTitle', numbers())}>
          <p>{t('public.home.notWatched', { ...numbers(), hours: readingHours(t, locale) })}</p>
        </Notice>
      </TwoColumns>
    </PublicPage>
  )
}

interface AnswerProps {
  readonly href: string
  readonly title: string
  readonly text: string
  readonly urgent?: boolean
}

function Answer({ href, title, text, urgent = false }: AnswerProps) {
  const look = urgent
    ? 'bg-danger text-danger-ink hover:bg-danger-strong'
    : 'bg-brand text-brand-ink hover:bg-brand-strong'
  return (
    <a href={href} className={`answer ${look}`}>
      <strong className="block text-lg leading-snug">{title}</strong>
      {text}
    </a>
  )
}

function Beside({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (['forWho', 'kind', 'leave'] as const).map((part) => (
    <AsidePart key={part} title={t(`public.home.${part}Title`)}>
      <p>{t(`public.home.${part}`)}</p>
    </AsidePart>
  ))
}

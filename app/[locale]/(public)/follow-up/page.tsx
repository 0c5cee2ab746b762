import { urgentHelp } from '@/components/journey/alerts'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError, Hint } from '@/components/ui/field-text'
import { Heading } from '@/components/ui/heading'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from '../_shell/force-words'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { AsidePart, TwoColumns } from '../_shell/two-columns'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** What was written last said that there is danger: which, this page does not know. */
const help: readonly PublicAlert[] = ['show-999', 'show-crisis']

const example = 'K7QD-2MXA-94TB-W3HN-5RZE'

/** Asks for the return code. It is never part of an address, and a wrong one is not shown again. */
export default async function FollowUpPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const { problem } = await searchParams
  const t = translator(locale)
  const error = errorOf(problem, locale)
  return (
    <PublicPage
      locale={locale}
      title={t('public.followUp.title')}
      path={publicPaths.followUp}
      problem={error !== undefined}
    >
      <TwoColumns
        beside={
          <AsidePart title={t('public.followUp.lostTitle')}>
            <p>{t('public.followUp.lost')}</p>
            <p>
              <a href={publicPaths.lostCode(locale)} className="inline-block py-1 font-semibold">
                {t('returning.lost.link')}
              </a>
            </p>
          </AsidePart>
        }
      >
        {error === undefined ? null : (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: 'code', message: error }]}
            attempt={0}
            first={urgentHelp({
              alerts: problem === 'ended-help' ? help : [],
              force: currentForce(),
              t,
              emergencyHref: publicPaths.emergency(locale),
              supportHref: publicPaths.support(locale),
              goesOn: false,
            })}
          />
        )}
        <Heading lead={t('public.followUp.lead')}>{t('public.followUp.heading')}</Heading>
        <form
          method="post"
          action={`${publicPaths.followUp(locale)}/open`}
          className="grid justify-items-start gap-6"
        >
          <CodeField locale={locale} error={error} />
          <Button>{t('public.followUp.continue')}</Button>
        </form>
      </TwoColumns>
    </PublicPage>
  )
}

function CodeField({ locale, error }: { readonly locale: Locale; readonly error: string | undefined }) {
  const t = translator(locale)
  return (
    <div className="w-full">
      <label htmlFor="code" className="mb-1 block text-lg leading-tight font-semibold">
        {t('public.followUp.label')}
      </label>
      <Hint id="code-hint">{t('public.followUp.hint', { example })}</Hint>
      {error === undefined ? null : (
        <FieldError id="code-error" prefix={t('public.form.error-prefix')}>
          {error}
        </FieldError>
      )}
      <input
        id="code"
        name="code"
        dir="ltr"
        className="input max-w-96 font-mono"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        aria-describedby={error === undefined ? 'code-hint' : 'code-hint code-error'}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}

function errorOf(problem: string | string[] | undefined, locale: Locale): string | undefined {
  const t = translator(locale)
  if (problem === 'empty') return t('public.followUp.errorEmpty')
  if (problem === 'wrong') return t('public.followUp.errorWrong')
  if (problem === 'ended') return t('public.followUp.errorEnded')
  if (problem === 'ended-help') return t('returning.message.endedHelp', numbers())
  return undefined
}

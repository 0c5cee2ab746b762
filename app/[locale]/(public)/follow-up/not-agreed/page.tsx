import { Button } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from '../../_shell/force-words'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'
import { BackToStatus } from '../_shell/back-to-status'
import { openFollowUp } from '../_shell/open-follow-up'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** What happens when somebody says that something is not what was agreed, and the button that says it. */
export default async function NotAgreedPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  await openFollowUp(locale)
  const t = translator(locale)
  return (
    <PublicPage locale={locale} title={t('public.followUp.title')} path={publicPaths.notAgreed}>
      <div className="grid max-w-measure gap-6 pt-2">
        <Heading lead={t('returning.notAgreed.lead')}>{t('returning.notAgreed.heading')}</Heading>
        <ul className="grid list-disc gap-1 ps-5">
          {(['who', 'nothing', 'more'] as const).map((part) => (
            <li key={part}>{t(`returning.notAgreed.${part}`, numbers())}</li>
          ))}
        </ul>
        <form method="post" action={`${publicPaths.notAgreed(locale)}/say`}>
          <Button>{t('returning.notAgreed.say')}</Button>
        </form>
        <BackToStatus locale={locale} />
      </div>
    </PublicPage>
  )
}

import { Button } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { followUpStatus } from '@/lib/queries/follow-up'
import { numbers } from '../../_shell/force-words'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'
import { BackToStatus } from '../_shell/back-to-status'
import { openFollowUp } from '../_shell/open-follow-up'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** What stops when somebody withdraws, what may go on all the same, and whether they want to hear how it ends. */
export default async function WithdrawPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const { submissionId } = (await openFollowUp(locale)).followUp
  // Whoever chose no way that goes out to them can still be left a message.
  const hears = (await followUpStatus(submissionId))?.reach === 'out' ? 'yes' : 'here'
  const t = translator(locale)
  return (
    <PublicPage locale={locale} title={t('public.followUp.title')} path={publicPaths.withdraw}>
      <div className="grid max-w-measure gap-6 pt-2">
        <Heading lead={t('returning.withdraw.lead')}>{t('returning.withdraw.heading')}</Heading>
        {(['stops', 'goesOn'] as const).map((part) => (
          <section key={part}>
            <h2 className="mb-2 text-lg">{t(`returning.withdraw.${part}.title`)}</h2>
            <ul className="grid list-disc gap-1 ps-5">
              {(['1', '2', '3'] as const).map((line) => (
                <li key={line}>{t(`returning.withdraw.${part}.${line}`, numbers())}</li>
              ))}
            </ul>
          </section>
        ))}
        <form
          method="post"
          action={`${publicPaths.withdraw(locale)}/say`}
          className="grid justify-items-start gap-6"
        >
          <fieldset className="grid gap-3">
            <legend className="mb-2 text-lg font-semibold">{t('returning.withdraw.hear')}</legend>
            {(['no', 'yes'] as const).map((value) => (
              <label key={value} className="flex cursor-pointer items-center gap-3">
                <input
                  type="radio"
                  name="hear"
                  value={value}
                  defaultChecked={value === 'no'}
                  autoComplete="off"
                  className="tick"
                />
                <span>{t(`returning.withdraw.hearOption.${value === 'no' ? value : hears}`)}</span>
              </label>
            ))}
          </fieldset>
          <Button>{t('returning.withdraw.say')}</Button>
        </form>
        <BackToStatus locale={locale} />
      </div>
    </PublicPage>
  )
}

import { redirect } from 'next/navigation'
import { SendingPuzzle } from '@/components/journey/sending-puzzle'
import { Button } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { newTicket, secondsLeft, waitSeconds } from '@/lib/commands/flood'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from '../../../_shell/force-words'
import { isSendable, placeOf } from '../../../_shell/journey-place'
import { pageDraft } from '../../../_shell/page-draft'
import { PublicPage } from '../../../_shell/public-page'
import type { Translate } from '@/lib/i18n/translate'
import type { JourneyParams } from '../../../_shell/journey-place'

interface Props {
  readonly params: Promise<JourneyParams>
  readonly searchParams: Promise<{ readonly ticket?: string | string[]; readonly early?: string | string[] }>
}

/**
 * Where somebody waits while many are sending. With JavaScript the puzzle is solved here and the form goes by itself;
 * without it the button works when the time has passed, and pressed earlier leads back here with the time that is left. The
 * page does not load itself anew: that would take a screen reader's reader back to its beginning.
 */
export default async function WaitPage({ params, searchParams }: Props) {
  const { locale, journey } = placeOf(await params)
  if (journey === undefined || !isSendable(journey.id)) redirect(publicPaths.missing(locale))
  const draft = await pageDraft(locale)
  const token = draft?.journeys[journey.id]?.token
  if (token === undefined) redirect(publicPaths.check(locale, journey.id))
  const { ticket: given, early } = await searchParams
  const held = typeof given === 'string' ? secondsLeft(token, given) : null
  const ticket = held === null || typeof given !== 'string' ? newTicket(token) : given
  const left = held ?? waitSeconds
  const t = translator(locale)
  return (
    <PublicPage
      locale={locale}
      title={t('public.wait.title')}
      path={(other) => publicPaths.wait(other, journey.id, ticket)}
    >
      <div className="max-w-measure pt-2">
        <Heading lead={t('public.wait.lead')}>{t('public.wait.heading')}</Heading>
        {early === undefined ? null : <Early left={held} t={t} />}
        <p className="mb-4">{t('public.wait.seconds', { count: left })}</p>
        <p className="mb-6">{t('public.wait.danger', numbers())}</p>
        <form method="post" action={`${publicPaths.check(locale, journey.id)}/send`}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="ticket" value={ticket} />
          <SendingPuzzle token={token} working={t('public.wait.working')} sends />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <Button className="w-full sm:w-auto">
              {t(journey.id === 'report' ? 'public.check.send' : 'public.check.sendLiaison')}
            </Button>
            <a href={publicPaths.check(locale, journey.id)} className="py-1">
              {t('public.wait.back')}
            </a>
          </div>
        </form>
      </div>
    </PublicPage>
  )
}

/** Said to whoever pressed the button before its time; not where the time is over or begins anew. */
function Early({ left, t }: { readonly left: number | null; readonly t: Translate }) {
  if (left === null || left === 0) return null
  return (
    <p role="status" className="notice tone-warn mb-4 font-semibold">
      {t('public.wait.early', { count: left })}
    </p>
  )
}

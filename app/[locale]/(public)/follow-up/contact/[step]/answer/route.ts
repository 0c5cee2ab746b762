import { guarded } from '@/app/_form/guarded'
import { heldDraft } from '@/app/_form/draft-cookie'
import { seeOther } from '@/app/_form/see-other'
import { stepPosted } from '@/app/_form/step-posted'
import { publicPaths } from '@/lib/config/paths'
import { safeContact } from '@/lib/journeys/safe-contact'
import { localeOf } from '../../../../_shell/locale-of'

interface Context {
  readonly params: Promise<{ locale: string; step: string }>
}

/** Takes one answer on how somebody may be reached from now on, from whoever has a follow-up open. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, step: slug } = await params
  const locale = localeOf(language)
  return guarded(locale, async () => {
    const draft = await heldDraft('public')
    if (!draft?.followUp) return seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
    return stepPosted(request, {
      ...{ slot: 'public', channel: 'online', journeyId: safeContact.id, slug, locale },
      base: publicPaths.changeContact(locale),
      stoppedHref: () => publicPaths.followUpStatus(locale),
    })
  })
}

/** The address of a form opened by itself leads to its page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, step } = await params
  return seeOther(publicPaths.changeContact(localeOf(locale), encodeURIComponent(step)))
}

import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { changePlan } from '@/lib/commands/change-plan'
import type { PlanResult } from '@/lib/commands/change-plan'
import { publicPaths } from '@/lib/config/paths'
import type { Locale } from '@/lib/i18n/locales'
import { localeOf } from '../../../../_shell/locale-of'

/** Has what was checked hold from now on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const post = { cookie: await draftKey('public'), token: form.get('token') ?? '', locale }
    return seeOther(placeAfter(await changePlan(post), locale))
  })
}

function placeAfter(result: PlanResult, locale: Locale): string {
  switch (result.to) {
    case 'kept':
      return `${publicPaths.followUpStatus(locale)}?done=contact`
    case 'ended':
      return `${publicPaths.followUp(locale)}?problem=ended#problem`
    case 'check':
      return publicPaths.changeContact(locale, 'check')
    case 'full':
      return `${publicPaths.changeContact(locale, 'check')}?problem=full`
    case 'step':
      return publicPaths.changeContact(locale, result.slug)
  }
}

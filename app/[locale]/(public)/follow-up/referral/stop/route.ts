import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { withdrawSupport } from '@/lib/commands/ask-support'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes back that a support service is told of somebody. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const result = await withdrawSupport(await draftKey('public'), form.get('service') ?? '')
    return result === 'ended'
      ? seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
      : seeOther(`${publicPaths.referral(locale)}?done=support-stopped`)
  })
}

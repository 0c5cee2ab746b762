import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { takeBackWithdrawal } from '@/lib/commands/object-to-case'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes that somebody who withdrew wants it to go on after all. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const result = await takeBackWithdrawal(await draftKey('public'))
    if (result === 'ended') return seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
    // Where it was closed meanwhile the page says so by itself.
    const status = publicPaths.followUpStatus(locale)
    return seeOther(result === 'over' ? status : `${status}?done=goes-on`)
  })
}

import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { withdrawCase } from '@/lib/commands/object-to-case'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes that somebody withdraws, and whether they may still be told how it ends. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const mayContact = form.get('hear') === 'yes'
    const result = await withdrawCase({ cookie: await draftKey('public'), locale, mayContact })
    return result === 'ended'
      ? seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
      : seeOther(`${publicPaths.followUpStatus(locale)}?done=withdrawn`)
  })
}

import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { sayNotAgreed } from '@/lib/commands/object-to-case'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes that something is not what was agreed. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    return (await sayNotAgreed(await draftKey('public'))) === 'ended'
      ? seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
      : seeOther(`${publicPaths.followUpStatus(locale)}?done=not-agreed`)
  })
}

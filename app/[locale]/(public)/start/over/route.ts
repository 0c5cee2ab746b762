import { draftKey } from '@/app/_form/draft-cookie'
import { guarded } from '@/app/_form/guarded'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { forgetAnswers } from '@/lib/commands/forget-answers'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../_shell/locale-of'

/** Deletes what is not sent and leads back to the doors. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    await forgetAnswers(await draftKey('public'))
    return seeOther(publicPaths.start(locale))
  })
}

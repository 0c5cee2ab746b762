import { draftKey } from '@/app/_form/draft-cookie'
import { guarded } from '@/app/_form/guarded'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { hideCode } from '@/lib/commands/hide-code'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'
import type { JourneyParams } from '../../../_shell/journey-place'

/** Shows the return code no more, in this browser or any page of it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<JourneyParams> },
): Promise<Response> {
  const { locale: language, journey } = await params
  const locale = localeOf(language)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    await hideCode(await draftKey('public'))
    return seeOther(publicPaths.sent(locale, journey))
  })
}

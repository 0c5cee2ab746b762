import { guarded } from '@/app/_form/guarded'
import { draftKey, giveDraftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { enterFollowUp } from '@/lib/commands/enter-follow-up'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../_shell/locale-of'
import type { Locale } from '@/lib/i18n/locales'

/** No code is longer; what is longer is not worth the work of checking. */
const longestCode = 200

/** Takes a return code and leads to where things stand. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, () => open(request, locale))
}

async function open(request: Request, locale: Locale): Promise<Response> {
  const form = await postedForm(request, locale)
  if (form instanceof Response) return form
  const typed = form.get('code')?.trim() ?? ''
  if (typed === '') return seeOther(`${publicPaths.followUp(locale)}?problem=empty#problem`)
  const cookie = await enterFollowUp(typed.slice(0, longestCode), await draftKey('public'))
  if (cookie === null) return seeOther(`${publicPaths.followUp(locale)}?problem=wrong#problem`)
  await giveDraftKey('public', cookie)
  return seeOther(publicPaths.followUpStatus(locale))
}

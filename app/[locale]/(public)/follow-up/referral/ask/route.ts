import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { askSupport } from '@/lib/commands/ask-support'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes that somebody agrees that one support service is told of them. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const asked = { service: form.get('service') ?? '', account: form.get('account') === 'yes' }
    const result = await askSupport({ cookie: await draftKey('public'), ...asked })
    if (result === 'ended') return seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
    const page = publicPaths.referral(locale)
    const kept = asked.account ? '&account=yes' : ''
    return seeOther(result === 'unknown' ? `${page}?problem=service${kept}` : `${page}?done=support-asked`)
  })
}

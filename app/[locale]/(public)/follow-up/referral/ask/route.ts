import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { askSupport } from '@/lib/commands/ask-support'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
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
    const asked = {
      ...{ service: form.get('service') ?? '', whose: form.get('whose') ?? '' },
      account: form.get('account') === 'yes',
    }
    const result = await askSupport({ cookie: await draftKey('public'), ...asked })
    if (result === 'ended') return seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
    const page = publicPaths.referral(locale)
    if (result === 'done') return seeOther(`${page}?done=support-asked`)
    const problem = result === 'unknown' ? 'service' : 'who'
    // Which service somebody thinks of is no word for an address: its place in the list is.
    const place = servicesToRefer(currentForce()).findIndex(({ id }) => id === asked.service)
    const kept = `${asked.account ? '&account=yes' : ''}${place < 0 ? '' : `&place=${String(place)}`}`
    return seeOther(`${page}?problem=${problem}${kept}`)
  })
}

import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { answerAgreement } from '@/lib/commands/answer-agreement'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../../_shell/locale-of'

/** Takes whether what was agreed happened: one press. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, async () => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const answered = { id: form.get('agreement') ?? '', answer: form.get('answer') ?? '' }
    const result = await answerAgreement({ cookie: await draftKey('public'), ...answered })
    if (result === 'ended') return seeOther(`${publicPaths.followUp(locale)}?problem=ended#problem`)
    const status = publicPaths.followUpStatus(locale)
    return seeOther(result === 'over' ? `${status}?done=answered-late` : `${status}#agreed`)
  })
}

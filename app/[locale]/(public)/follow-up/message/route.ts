import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { writeMessage } from '@/lib/commands/write-message'
import { publicPaths } from '@/lib/config/paths'
import { localeOf } from '../../_shell/locale-of'
import type { MessageResult } from '@/lib/commands/write-message'
import type { DangerAnswer } from '@/lib/domain/danger/says-danger'
import type { Locale } from '@/lib/i18n/locales'

/** Takes a message from the holder of a return code and leads back to the conversation. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const locale = localeOf((await params).locale)
  return guarded(locale, () => write(request, locale))
}

async function write(request: Request, locale: Locale): Promise<Response> {
  const form = await postedForm(request, locale)
  if (form instanceof Response) return form
  const result = await writeMessage({
    cookie: await draftKey('public'),
    text: form.get('message') ?? '',
    token: form.get('token') ?? '',
    adds: form.get('adds') === 'yes',
    danger: dangerIn(form.get('danger')),
  })
  return seeOther(placeAfter(result, locale))
}

function dangerIn(answer: string | null): DangerAnswer {
  return answer === 'yes' || answer === 'no' ? answer : null
}

function placeAfter(result: MessageResult, locale: Locale): string {
  switch (result) {
    case 'sent':
      return `${publicPaths.followUpStatus(locale)}?sent=yes#messages`
    case 'refused':
      return `${publicPaths.followUpStatus(locale)}#problem`
    case 'ended':
      return `${publicPaths.followUp(locale)}?problem=ended#problem`
    // Help comes first on that page, above what is wrong, and what the address says is nobody's to read anything out of.
    case 'ended-help':
      return `${publicPaths.followUp(locale)}?problem=ended-help`
  }
}

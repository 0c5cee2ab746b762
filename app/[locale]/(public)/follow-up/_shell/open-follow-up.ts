import { redirect } from 'next/navigation'
import { publicPaths } from '@/lib/config/paths'
import type { Draft, FollowUp } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'
import { codeStillOpens } from '@/lib/queries/follow-up'
import { pageDraft } from '../../_shell/page-draft'

/** The draft of whoever has a follow-up open in this browser; everybody else is asked for their code. */
export async function openFollowUp(locale: Locale): Promise<Draft & { readonly followUp: FollowUp }> {
  const draft = await pageDraft(locale)
  if (!draft?.followUp || !(await codeStillOpens(draft.followUp))) redirect(publicPaths.followUp(locale))
  return { ...draft, followUp: draft.followUp }
}

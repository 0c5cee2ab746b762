import { redirect } from 'next/navigation'
import { heldDraft } from '@/app/_form/draft-cookie'
import { noteFailure } from '@/app/_form/guarded'
import { publicPaths } from '@/lib/config/paths'
import type { Draft } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'

/** The draft a page is about; null when there is none. When it cannot be read, the person is told so in words. */
export async function pageDraft(locale: Locale): Promise<Draft | null> {
  try {
    return await heldDraft('public')
  } catch (error) {
    noteFailure('draft-unreadable', error)
    redirect(publicPaths.trouble(locale))
  }
}

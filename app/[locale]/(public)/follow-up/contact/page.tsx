import { redirect } from 'next/navigation'
import { publicPaths } from '@/lib/config/paths'
import { safeContact } from '@/lib/journeys/safe-contact'
import { localeOf } from '../../_shell/locale-of'
import { openFollowUp } from '../_shell/open-follow-up'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** Leads to the first question on how somebody may be reached from now on. */
export default async function ChangeContactPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  await openFollowUp(locale)
  redirect(publicPaths.changeContact(locale, safeContact.steps[0]?.slug))
}

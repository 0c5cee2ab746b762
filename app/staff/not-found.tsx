import type { Metadata } from 'next'
import { EntranceFrame } from '@/components/staff/entrance-frame'
import { LinkButton } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'

/** For the answer before JavaScript, in which the framework leaves the page itself out. */
export const metadata: Metadata = {
  title: translator('en')('staff.pageTitle', { page: translator('en')('staff.missing.title') }),
}

/** For what is not there and for what somebody may not know is there: the two look the same. */
export default function StaffNotFound() {
  const t = translator('en')
  return (
    <EntranceFrame title={t('staff.missing.title')} t={t}>
      <p className="mt-2 mb-5">{t('staff.missing.text')}</p>
      <LinkButton href={staffPaths.queue}>{t('staff.missing.back')}</LinkButton>
    </EntranceFrame>
  )
}

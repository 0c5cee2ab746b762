import { LiveQueue } from '@/components/staff/live/live-queue'
import { now } from '@/lib/adapters/clock'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** What is new is seen again from this long before the page was made, in milliseconds: it may have come in while it was. */
const before = 2_000

/** What keeps the queue's page as it is now. */
export function LiveQueuePart({ t }: { readonly t: Translate }) {
  const words = {
    one: t('live.queue.one'),
    many: t('live.queue.many', { count: '{count}' }),
    other: t('live.queue.changed'),
    show: t('live.queue.show'),
    lost: t('live.queue.lost'),
    ended: t('live.ended'),
  }
  return <LiveQueue href={staffPaths.live(now().getTime() - before)} words={words} />
}

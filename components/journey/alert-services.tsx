import { PhoneLink } from '@/components/ui/phone-link'
import type { Force, SupportService } from '@/lib/domain/force'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Translate } from '@/lib/i18n/translate'

type SupportAlert = Exclude<PublicAlert, 'show-999'>

/** Which of the force's support an alert is about. */
export const topics: Record<SupportAlert, string> = {
  'show-crisis': 'crisis',
  'show-sexual-support': 'sexual-violence',
  'show-domestic-support': 'domestic-abuse',
  'show-child-support': 'children',
}

const shownServices = 3

interface Props {
  readonly alerts: readonly SupportAlert[]
  readonly force: Force
  readonly t: Translate
}

/** The first services of each alert that can be rung or sent a text at once, each of them once. */
export function AlertServices({ alerts, force, t }: Props) {
  const services = new Set(alerts.flatMap((alert) => servicesFor(topics[alert], force)))
  return (
    <ul className="mt-2">
      {[...services].map(({ id, name, phone, text }) => (
        <li key={id} className="flex flex-wrap gap-x-3">
          <span className="py-1">{name}</span>
          {phone === undefined ? null : <PhoneLink number={phone} className="font-semibold" />}
          {phone !== undefined || text === undefined ? null : (
            <PhoneLink number={text} by="sms" className="font-semibold">
              {t('public.route.textTo', { number: text })}
            </PhoneLink>
          )}
        </li>
      ))}
    </ul>
  )
}

function servicesFor(topic: string, force: Force): readonly SupportService[] {
  return force.support
    .filter(({ helps, phone, text }) => helps.includes(topic) && (phone !== undefined || text !== undefined))
    .slice(0, shownServices)
}

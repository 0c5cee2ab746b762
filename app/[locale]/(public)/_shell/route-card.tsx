import { PhoneLink } from '@/components/ui/phone-link'
import type { Route } from '@/lib/domain/force'
import type { Translate } from '@/lib/i18n/translate'

/** One way to reach help elsewhere, in words, with every number and address that can be pressed. */
export function RouteCard({
  route,
  t,
  level = 3,
  text: other,
}: {
  readonly route: Route
  readonly t: Translate
  readonly level?: 2 | 3
  /** Other words than the route's own, where those do not fit. */
  readonly text?: string
}) {
  const { id, phone = '', text = '', press = '', register = '' } = route
  const values = { phone, text, press, register }
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="rounded-lg border border-line p-4">
      <Title className="mb-1 text-base">{t(`public.route.${id}.name`, values)}</Title>
      <p className="text-sm text-ink-soft">{other ?? t(`public.route.${id}.text`, values)}</p>
      <RouteLinks route={route} t={t} />
    </div>
  )
}

function RouteLinks({ route, t }: { readonly route: Route; readonly t: Translate }) {
  const { id, phone, text, web, press = '', register = '' } = route
  const name = t(`public.route.${id}.name`, { phone: phone ?? '', text: text ?? '', press, register })
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 font-semibold">
      {phone === undefined ? null : (
        <PhoneLink number={phone}>{t('public.route.call', { number: phone })}</PhoneLink>
      )}
      {text === undefined ? null : (
        <PhoneLink number={text} by="sms">
          {t('public.route.textTo', { number: text })}
        </PhoneLink>
      )}
      {web === undefined ? null : (
        <a href={web} rel="noreferrer">
          {t('public.route.visit', { name })}
        </a>
      )}
    </p>
  )
}

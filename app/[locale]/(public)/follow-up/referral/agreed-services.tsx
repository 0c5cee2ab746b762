import { dayWords, momentOn } from '@/components/journey/moment-words'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { supportService } from '@/lib/domain/ways-out/support'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { FollowUpSupport } from '@/lib/queries/follow-up-support'

interface Props {
  readonly supports: readonly FollowUpSupport[]
  readonly locale: Locale
}

/** The services somebody agreed to, what each may be told and was told, and a button to take each back. */
export function AgreedServices({ supports, locale }: Props) {
  if (supports.length === 0) return null
  const t = translator(locale)
  return (
    <section aria-labelledby="agreed-services">
      <h2 id="agreed-services" className="mb-3 text-lg">
        {t('service.agreed')}
      </h2>
      <ul className="grid gap-4">
        {supports.map((one) => {
          const name = supportService(currentForce(), one.service)?.name ?? one.service
          return (
            <li
              key={one.service}
              data-support={one.service}
              className="grid justify-items-start gap-1 rounded-lg border border-line p-4"
            >
              <h3 className="text-base">{name}</h3>
              {linesOf(one, locale).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {one.endedAt === null ? (
                <form method="post" action={`${publicPaths.referral(locale)}/stop`} className="mt-3">
                  <input type="hidden" name="service" value={one.service} />
                  <Button look="quiet" aria-label={t('service.stopOf', { service: name })}>
                    {t('service.stop')}
                  </Button>
                </form>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function linesOf({ account, agreedOn, toldAt, endedAt }: FollowUpSupport, locale: Locale): readonly string[] {
  const t = translator(locale)
  const told = toldAt === null ? null : momentOn(toldAt, locale)
  if (endedAt !== null) {
    const day = momentOn(endedAt, locale)
    return [told === null ? t('service.ended', { day }) : t('service.endedTold', { day, told })]
  }
  return [
    t('service.since', { day: dayWords(agreedOn, locale) }),
    t(account ? 'service.tellsAll' : 'service.tells'),
    told === null ? t('service.notTold') : t('service.told', { day: told }),
  ]
}

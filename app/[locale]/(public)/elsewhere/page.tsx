import { isDraftJustDeleted } from '@/app/_form/draft-cookie'
import { LinkButton } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { routeOf } from '../_shell/force-words'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { RouteCard } from '../_shell/route-card'
import { UnsentNotice } from '../_shell/unsent-notice'
import { knownForces } from './known-forces'
import type { Force, PoliceForce } from '@/lib/domain/force'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/**
 * For somebody who stopped because it happened in another area: who to contact, and that nothing was kept. Whoever comes here in
 * another way, from the history of a shared phone for one, is told of what this browser still holds instead.
 */
export default async function ElsewherePage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const force = currentForce()
  const lead = (await isDraftJustDeleted('public')) ? 'lead' : 'leadAnytime'
  const there = knownForces([(await searchParams).force ?? []].flat(), force)
  const named = there.map((id) => force.policeForces[id]).filter((known) => known !== undefined)
  return (
    <PublicPage
      locale={locale}
      title={t('public.elsewhere.title')}
      path={(other) => publicPaths.elsewhere(other, there)}
    >
      <div className="max-w-measure pt-2">
        <Heading lead={t(`public.elsewhere.${lead}`)}>{t('public.elsewhere.heading')}</Heading>
        <UnsentNotice locale={locale} />
        {named.length === 0 ? null : (
          <>
            <h2 className="mb-2 text-lg">{t('public.elsewhere.there')}</h2>
            <Sites forces={named} />
          </>
        )}
        <h2 className="mb-2 text-lg">{t('public.elsewhere.nearTitle', { area: force.area })}</h2>
        <p>{t('public.elsewhere.near')}</p>
        <Sites forces={forcesNear(force)} />
        <h2 className="mb-3 text-lg">{t('public.elsewhere.unsureTitle')}</h2>
        <div className="mb-8 grid gap-2.5">
          <RouteCard route={routeOf('true-vision')} t={t} />
          <RouteCard route={routeOf('non-emergency')} t={t} text={t('public.elsewhere.call')} />
        </div>
        <LinkButton look="quiet" href={publicPaths.home(locale)}>
          {t('public.elsewhere.back')}
        </LinkButton>
      </div>
    </PublicPage>
  )
}

function Sites({ forces }: { readonly forces: readonly PoliceForce[] }) {
  return (
    <ul className="mt-3 mb-8 font-semibold">
      {forces.map(({ name, web }) => (
        <li key={name}>
          <a href={web} rel="noreferrer" className="inline-block py-1">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The forces that share a postcode with this one, by name. */
function forcesNear(force: Force): readonly PoliceForce[] {
  const ids = new Set(Object.values(force.outcodes).flatMap(({ others }) => others))
  return [...ids]
    .flatMap((id) => force.policeForces[id] ?? [])
    .sort((one, other) => one.name.localeCompare(other.name))
}

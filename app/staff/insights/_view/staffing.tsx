import type { Clock } from '@/components/staff/clock'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import { gapsAhead } from '@/lib/domain/rota/gaps-ahead'
import { exposureBandsOf } from '@/lib/queries/exposure-of'
import type { RotaMember } from '@/lib/queries/load-rota'
import { districtNames } from '../../_desk/clock'
import { GapsAhead } from '../../_desk/gaps-ahead'
import { Part } from './part'
import { People } from './people'

interface Props {
  readonly actor: Actor
  /** The district that it is narrowed to. */
  readonly place: string | null
  readonly rota: readonly RotaMember[]
  /** How many cases with something late each account holds or is asked to take. */
  readonly late: ReadonlyMap<string, number>
  readonly clock: Clock
}

/** Who carries how much, and when nobody is there. Nobody covers cases whose district is not known, so those are answered for by all. */
export async function Staffing({ actor, place, rota, late, clock }: Props) {
  const { t, now } = clock
  const names = districtNames()
  const isWhole = place === null || place === nowhere
  const isHere = (district: string) => isWhole || place === district
  const officers = rota.filter(({ active, districts }) => active && (isWhole || districts.some(isHere)))
  const bands = await exposureBandsOf(
    actor,
    officers.map(({ accountId }) => accountId),
  )
  const gaps = gapsAhead(rota, now, currentForce()).filter(({ district }) => isHere(district))
  return (
    <>
      <Part id="people" title={t('insight.people.title')}>
        {place === null ? null : (
          <p>
            {place === nowhere
              ? t('insight.people.whole')
              : t('insight.people.here', { district: names.get(place) ?? place })}
          </p>
        )}
        <People officers={officers} late={late} bands={bands} clock={clock} />
      </Part>
      <Part id="gaps" title={t('insight.gaps.title')}>
        {place === nowhere ? <p>{t('insight.gaps.whole')}</p> : null}
        <GapsAhead gaps={gaps} names={names} href={staffPaths.officerGaps} t={t} />
        <p>
          <a href={staffPaths.officerGaps}>{t('insight.gaps.see')}</a>
        </p>
      </Part>
    </>
  )
}

import { ChoiceChip } from '@/components/staff/choice-chip'
import { languageName } from '@/components/staff/officer-words'
import { RotaTable } from '@/components/staff/rota-table'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { isListed, isOnDuty, readOfficerFilters } from '@/lib/domain/officers/filters'
import type { OfficerFilters } from '@/lib/domain/officers/filters'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Translate } from '@/lib/i18n/translate'
import { loadRota } from '@/lib/queries/load-rota'
import { deskClock, districtChoices, districtNames } from '../_desk/clock'
import { BeforeItHurts } from './_view/before-it-hurts'
import { OfficersFrame } from './_view/officers-frame'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who can take cases, from when, and how much they hold: what routing works from. */
export default async function OfficersPage({ searchParams }: Props) {
  const actor = await requireEntrance('officers')
  const [query, officers] = await Promise.all([searchParams, loadRota(actor)])
  const choices = districtChoices()
  const known = { districts: [...choices.keys()], languages: currentForce().officerLanguages }
  const filters = readOfficerFilters(query, known)
  const clock = deskClock()
  const { t, now } = clock
  const shown = officers.filter((officer) => isListed(officer, filters, now))
  const onDuty = officers.filter((officer) => isOnDuty(officer, now)).length
  return (
    <OfficersFrame actor={actor} tab="list" title={t('staff.officers.title')}>
      <h1 className="text-xl">{t('staff.officers.title')}</h1>
      <p className="mt-1 text-ink-soft">{t('staff.officers.lead')}</p>
      <p className="mt-1 mb-4">{t('staff.officers.summary', { count: officers.length, onDuty })}</p>
      {mayEnter(actor.role, 'rota-oversight') ? <BeforeItHurts officers={officers} clock={clock} /> : null}
      <Filters filters={filters} known={known} districts={choices} t={t} />
      {shown.length === 0 ? (
        <p className="card text-ink-soft">{t('staff.officers.none')}</p>
      ) : (
        <RotaTable officers={shown} districts={districtNames()} choices={choices} clock={clock} />
      )}
    </OfficersFrame>
  )
}

interface FilterProps {
  readonly filters: OfficerFilters
  readonly known: { readonly languages: readonly string[] }
  readonly districts: ReadonlyMap<string, string>
  readonly t: Translate
}

function Filters({ filters, known, districts, t }: FilterProps) {
  const chips = [
    {
      name: 'district',
      any: 'anyDistrict',
      options: [...districts].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'language',
      any: 'anyLanguage',
      options: known.languages.map((value) => ({ value, label: languageName(value, t) })),
    },
    {
      name: 'duty',
      any: 'anyDuty',
      options: (['now', 'none'] as const).map((value) => ({ value, label: t(`staff.officers.on.${value}`) })),
    },
  ] as const
  const isNarrowed = Object.values(filters).some((value) => value !== null)
  return (
    <form
      method="get"
      action={staffPaths.officers}
      role="search"
      aria-label={t('staff.officers.filters')}
      className="mb-4 flex flex-wrap items-center gap-2"
    >
      {chips.map(({ name, any, options }) => (
        <ChoiceChip
          key={name}
          name={name}
          label={t(`staff.officers.by.${name}`)}
          any={t(`staff.officers.${any}`)}
          value={filters[name] ?? undefined}
          options={options}
        />
      ))}
      <Button look="quiet">{t('staff.officers.show')}</Button>
      {isNarrowed ? (
        <a href={staffPaths.officers} className="px-1 text-sm">
          {t('staff.officers.clear')}
        </a>
      ) : null}
    </form>
  )
}

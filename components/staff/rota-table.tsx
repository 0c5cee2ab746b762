import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { nextDuty } from '@/lib/domain/duty'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly officers: readonly (Omit<OfficerFacts, 'conflicts'> & { readonly name: string })[]
  readonly districts: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** The officers with what routing knows of each. */
export function RotaTable({ officers, districts, clock }: Props) {
  const { t } = clock
  const columns = ['name', 'districts', 'duty', 'load', 'training', 'languages'].map((column) =>
    t(`staff.officers.${column}`),
  )
  const rows = officers.map((officer) => ({
    key: officer.id,
    cells: [
      <b key="name">{officer.name}</b>,
      officer.districts.map((id) => districts.get(id) ?? id).join(', '),
      dutyWords(officer, clock),
      t('staff.officers.of', { open: officer.openCases, limit: officer.openLimit }),
      <Training key="training" until={officer.trainingUntil} clock={clock} />,
      languageNames(officer.languages, t) || t('staff.officers.noLanguages'),
    ],
  }))
  return <DataTable caption={t('staff.officers.title')} columns={columns} rows={rows} />
}

function dutyWords(officer: Pick<OfficerFacts, 'active' | 'shifts'>, clock: Clock): string {
  const { t, now } = clock
  if (!officer.active) return t('staff.officers.away')
  const duty = nextDuty(officer.shifts, now)
  if (duty === null) return t('staff.officers.noDuty')
  return duty.until === null
    ? saidTime(duty.from, clock)
    : t('staff.officers.dutyNow', { at: saidTime(duty.until, clock) })
}

function Training({ until, clock }: { readonly until: Date | null; readonly clock: Clock }) {
  const { t, now } = clock
  if (until === null) return <span className="text-warn">{t('staff.officers.never')}</span>
  const date = saidDay(until, clock)
  const dayAfter = until.getTime() + 86_400_000
  return dayAfter > now.getTime() ? (
    t('staff.officers.until', { date })
  ) : (
    <span className="font-semibold text-warn">{t('staff.officers.lapsed', { date })}</span>
  )
}

const names = new Intl.DisplayNames('en-GB', { type: 'language' })

function languageNames(tags: readonly string[], t: Translate): string {
  return tags
    .map((tag) => (t.has(`staff.language.${tag}`) ? t(`staff.language.${tag}`) : (names.of(tag) ?? tag)))
    .join(', ')
}

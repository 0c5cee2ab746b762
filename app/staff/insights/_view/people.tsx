import { DataTable } from '@/components/staff/data-table'
import type { Clock } from '@/components/staff/clock'
import { dutyWords, loadWords } from '@/components/staff/officer-words'
import { staffPaths } from '@/lib/config/paths'
import { isHeavy } from '@/lib/domain/exposure-band'
import type { ExposureBand } from '@/lib/domain/exposure-band'
import type { RotaMember } from '@/lib/queries/load-rota'

interface Props {
  /** Those who are active. */
  readonly officers: readonly RotaMember[]
  /** How many cases with something late each account holds or is asked to take. */
  readonly late: ReadonlyMap<string, number>
  /** How much hatred each account had to read lately. */
  readonly bands: ReadonlyMap<string, ExposureBand>
  readonly clock: Clock
}

/** What each officer holds, the fullest first, and how much they had to read: whoever holds none and read much is there too. */
export function People({ officers, late, bands, clock }: Props) {
  const { t } = clock
  if (officers.length === 0) return <p>{t('insight.people.nobody')}</p>
  const bandOf = ({ accountId }: RotaMember) => bands.get(accountId) ?? 'none'
  const share = ({ openCases, openLimit }: RotaMember) => openCases / Math.max(1, openLimit)
  const rows = officers
    .filter((officer) => officer.openCases > 0 || isHeavy(bandOf(officer)))
    .toSorted((one, other) => share(other) - share(one))
  const others = officers.length - rows.length
  return (
    <>
      {rows.length === 0 ? null : (
        <DataTable
          caption={t('insight.people.caption')}
          columns={(['name', 'holds', 'late', 'read', 'duty'] as const).map((column) =>
            t(`insight.people.${column}`),
          )}
          rows={rows.map((officer) => ({
            key: officer.id,
            cells: [
              <a key="name" href={staffPaths.officer(officer.id)} className="font-semibold wrap-anywhere">
                <bdi>{officer.name}</bdi>
              </a>,
              loadWords(officer, t),
              String(late.get(officer.accountId) ?? 0),
              <span key="read" className={isHeavy(bandOf(officer)) ? 'font-semibold' : undefined}>
                {t(`work.words.band.${bandOf(officer)}`)}
              </span>,
              dutyWords(officer, clock),
            ],
          }))}
        />
      )}
      <p>{t('insight.people.free', { count: others })}</p>
      <p className="text-ink-soft">{t('insight.people.readHelp')}</p>
    </>
  )
}

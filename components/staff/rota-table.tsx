import { coveredWords } from '@/components/staff/case-words'
import { DataTable } from '@/components/staff/data-table'
import type { Clock } from '@/components/staff/clock'
import {
  dutyWords,
  languageName,
  loadWords,
  specialismWords,
  TrainedUntil,
} from '@/components/staff/officer-words'
import { staffPaths } from '@/lib/config/paths'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import { missingSetUp } from '@/lib/domain/officers/settings'

type Officer = Omit<OfficerFacts, 'conflicts'> & { readonly name: string }

interface Props {
  readonly officers: readonly Officer[]
  readonly districts: ReadonlyMap<string, string>
  /** The districts there are today. */
  readonly choices: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** The officers with what routing knows of each; the name leads to the officer. */
export function RotaTable({ officers, districts, choices, clock }: Props) {
  const { t } = clock
  const columns = ['name', 'duty', 'load', 'districts', 'training', 'languages', 'specialisms'].map(
    (column) => t(`staff.officers.${column}`),
  )
  const rows = officers.map((officer) => ({
    key: officer.id,
    cells: [
      <Name key="name" officer={officer} choices={choices} clock={clock} />,
      dutyWords(officer, clock),
      loadWords(officer, t),
      coveredWords(officer.districts, { names: districts, today: choices, t }) ||
        t('staff.officers.noDistrict'),
      <TrainedUntil key="training" until={officer.trainingUntil} clock={clock} />,
      officer.languages.map((tag) => languageName(tag, t)).join(', ') || t('staff.officers.noLanguages'),
      specialismWords(officer.specialisms, t),
    ],
  }))
  return <DataTable caption={t('staff.officers.title')} columns={columns} rows={rows} />
}

function Name({
  officer,
  choices,
  clock: { t },
}: Pick<Props, 'choices' | 'clock'> & { readonly officer: Officer }) {
  const { active, handingOver, oneMore } = officer
  const isMissing = missingSetUp(officer, [...choices.keys()]).length > 0
  const marks = [
    ...(active ? [] : ['away']),
    ...(active && handingOver ? ['handingOver'] : []),
    ...(active && oneMore ? ['oneMore'] : []),
    ...(isMissing ? ['setUp'] : []),
  ]
  return (
    <>
      <a href={staffPaths.officer(officer.id)} className="font-semibold wrap-anywhere">
        <bdi>{officer.name}</bdi>
      </a>
      {marks.map((mark) => (
        <span key={mark} className="ms-2 inline-block rounded-full border border-line-strong px-2 text-sm">
          {t(`staff.officers.${mark}`)}
        </span>
      ))}
    </>
  )
}

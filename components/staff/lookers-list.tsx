import type { Clock } from '@/components/staff/clock'
import { lookerWords } from '@/components/staff/looker-words'
import type { LookerFacts } from '@/components/staff/looker-words'

interface Looker extends LookerFacts {
  readonly actorId: string
  readonly name: string | null
  readonly role: string | null
}

interface Props {
  readonly lookers: readonly Looker[]
  readonly clock: Clock
}

/** Who has seen a case, person by person in words, whoever looked last first. */
export function LookersList({ lookers, clock }: Props) {
  const { t } = clock
  return (
    <ol className="grid max-w-measure gap-3">
      {lookers.map((looker) => (
        <li
          key={`${looker.actorId} ${looker.role ?? ''}`}
          data-role={looker.role}
          className="border-s-2 border-line ps-3"
        >
          <p>
            <b className="wrap-anywhere">
              <bdi>{looker.name ?? t('staff.case.somebody')}</bdi>
            </b>
            {looker.role === null ? null : (
              <span className="text-ink-soft">, {t(`staff.role.${looker.role}`)}</span>
            )}
          </p>
          <p>{lookerWords(looker, clock).join(' ')}</p>
        </li>
      ))}
    </ol>
  )
}

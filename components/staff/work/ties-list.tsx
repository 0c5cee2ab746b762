import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'

/** A case that another belongs with. */
interface Tied {
  readonly reference: string
  readonly status: string
}

interface Ties {
  readonly merged: readonly (Tied & {
    readonly waiting: boolean
    readonly untold: boolean
    readonly dueAt: Date | null
  })[]
  readonly links: readonly (Tied & { readonly kind: string; readonly at: Date; readonly by: string })[]
}

interface Props {
  readonly ties: Ties
  readonly clock: Clock
}

/** The cases merged into one and linked to it, each by its reference and how it belongs. Nothing where there are none. */
export function TiesList({ ties: { merged, links }, clock }: Props) {
  const { t } = clock
  return (
    <>
      {merged.length === 0 ? null : (
        <>
          <p className="font-semibold">{t('work.tied.merged')}</p>
          <ul className="bullets mb-2">
            {merged.map(({ reference, status, waiting, untold, dueAt }) => (
              <li key={reference}>
                <a href={staffPaths.case(reference)}>{reference}</a>,{' '}
                {t(`staff.status.${status}`).toLowerCase()}
                {untold ? <b className="text-danger">. {t('staff.queue.controlRoomDue')}</b> : null}
                {waiting ? <b>. {t('work.tied.waiting')}</b> : null}
                {dueAt === null ? null : <Promised dueAt={dueAt} clock={clock} />}
              </li>
            ))}
          </ul>
          <p className="mb-2 text-sm text-ink-soft">{t('work.tied.mergedHint')}</p>
        </>
      )}
      {links.length === 0 ? null : (
        <>
          <p className="font-semibold">{t('work.tied.links')}</p>
          <ul className="bullets">
            {links.map(({ reference, status, kind, at, by }) => (
              <li key={reference}>
                <a href={staffPaths.case(reference)}>{reference}</a>,{' '}
                {t(`staff.status.${status}`).toLowerCase()}. {t(`work.kind.${kind}`)}.{' '}
                <span className="text-sm text-ink-soft">
                  {t('work.tied.madeBy', { name: by, at: saidTime(at, clock) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** By when the reporter of a merged case was promised something: that stands, whatever their case goes on in. */
function Promised({ dueAt, clock }: { readonly dueAt: Date; readonly clock: Clock }) {
  const isLate = dueAt <= clock.now
  return (
    <span className={`block text-sm ${isLate ? 'font-semibold text-danger' : 'text-ink-soft'}`}>
      {clock.t(`work.tied.${isLate ? 'late' : 'due'}`, { at: saidTime(dueAt, clock) })}
    </span>
  )
}

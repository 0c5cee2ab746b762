import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { ShownVersion } from '@/components/staff/ending-card'
import { daysWords, followsWords, labelOf } from '@/components/staff/ending-words'
import { Button } from '@/components/ui/button'
import { dayWords } from '@/components/staff/retention-words'
import { staffPaths } from '@/lib/config/paths'
import { dayBefore, replacedBy } from '@/lib/domain/records/edition'

interface Props {
  readonly version: ShownVersion
  readonly versions: readonly ShownVersion[]
  readonly actorId: string
  readonly mayDecide: boolean
  readonly clock: Clock
}

/** What somebody proposed, what it would replace, and the two answers for another supervisor, or the way back for whoever proposed it. */
export function ProposedEnding({ version, versions, actorId, mayDecide, clock }: Props) {
  const { t } = clock
  const before = replacedBy(version, versions)
  const isOwn = version.proposedBy?.id === actorId
  return (
    <li className="card" data-proposed={version.disposition}>
      <h3 className="card-title">{labelOf(version)}</h3>
      <p>{t('staff.recordType.wouldHold', { days: daysWords(version, clock) })}</p>
      <p>
        {before === null
          ? t('staff.recordType.isNew')
          : t('staff.recordType.replaces', {
              label: labelOf(before),
              last: dayWords(dayBefore(version.from), clock),
            })}
      </p>
      <ul className="mt-1 list-disc ps-5 text-sm">
        {followsWords(version, t).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="mt-1 text-ink-soft">
        {t('staff.recordType.proposedBy', {
          name: version.proposedBy?.name ?? t('staff.case.somebody'),
          day: saidDay(version.proposedAt, clock),
          reason: version.reason ?? '',
        })}
      </p>
      {isOwn ? <p className="mt-1 font-semibold">{t('staff.recordType.own')}</p> : null}
      {mayDecide ? (
        <form method="post" action={staffPaths.recordTypeDecide} className="mt-2 flex flex-wrap gap-2">
          <input type="hidden" name="shown-to" value={actorId} />
          <input type="hidden" name="version" value={version.id} />
          {isOwn ? (
            <Button name="decision" value="take-back" look="quiet">
              {t('staff.recordType.takeBack')}
            </Button>
          ) : (
            <>
              <Button name="decision" value="refuse" look="quiet">
                {t('staff.recordType.refuse')}
              </Button>
              <Button name="decision" value="approve">
                {t('staff.recordType.approve')}
              </Button>
            </>
          )}
        </form>
      ) : null}
    </li>
  )
}

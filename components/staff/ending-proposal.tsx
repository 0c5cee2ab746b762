import { EndingFields } from '@/components/staff/ending-fields'
import { labelOf } from '@/components/staff/ending-words'
import type { FieldProblem } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { RecordTypeContent } from '@/lib/domain/records/record-type'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly actorId: string
  /** The ending a version is proposed of; null: one that is new. */
  readonly of: RecordTypeContent | null
  /** What was typed when the form was not taken. It is of the same ending. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly problems: readonly FieldProblem[]
  readonly firstDay: string
  readonly t: Translate
}

/** Where a supervisor proposes how cases may end from a day on. */
export function EndingProposal({ actorId, of, typed, problems, firstDay, t }: Props) {
  return (
    <section className="card content-start self-start" aria-labelledby="propose">
      <h2 id="propose" className="mb-2 text-lg">
        {of === null ? t('staff.recordType.new') : t('staff.recordType.newVersion', { label: labelOf(of) })}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t('staff.recordType.newLead')}</p>
      <form method="post" action={staffPaths.recordTypePropose} className="grid gap-3">
        <input type="hidden" name="shown-to" value={actorId} />
        <input type="hidden" name="disposition" value={of?.disposition ?? ''} />
        <EndingFields {...{ of, typed, problems, firstDay, t }} />
        <div>
          <Button>{t('staff.recordType.propose')}</Button>
        </div>
      </form>
      {of === null ? null : (
        <p className="mt-3">
          <a href={`${staffPaths.recordTypeChange('')}#propose`}>{t('staff.recordType.newInstead')}</a>
        </p>
      )}
    </section>
  )
}

import { today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import { taskState } from '@/lib/domain/task'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { tasksOf } from '@/lib/queries/list-tasks'

interface Props {
  readonly actor: Actor
  readonly headline: Pick<CaseHeadline, 'id' | 'reference'>
  readonly t: Translate
}

/** How many tasks of the case are open and late, and where they are. */
export async function CaseTasks({ actor, headline, t }: Props) {
  const open = (await tasksOf(actor, headline.id)).filter(({ done }) => done === null)
  const day = today()
  const late = open.filter(({ dueOn }) => taskState(dueOn, day) === 'late').length
  return (
    <section className="card" aria-labelledby="tasks-title">
      <h3 id="tasks-title" className="card-title">
        {t('casework.task.title')}
      </h3>
      <p>
        {t('casework.task.card', { count: open.length })}{' '}
        {late === 0 ? null : <b className="text-danger">{t('casework.task.cardLate', { count: late })}</b>}
      </p>
      <a href={staffPaths.caseTasks(headline.reference)}>{t('casework.task.open')}</a>
    </section>
  )
}

import type { Clock } from '@/components/staff/clock'
import type { FieldProblem } from '@/components/staff/field-problem'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { fieldOfProblem, findSettingsProblems, largestLimit } from '@/lib/domain/officers/settings'
import { trainingProblem } from '@/lib/domain/training'
import type { TrainingProblem } from '@/lib/domain/training'
import type { KeptAct } from '@/lib/drafts/kept-act'
import { districtChoices } from '../../../_desk/clock'
import { chosenIn } from './officer-form'

/** The field of the form of a course each problem is about. */
const courseFields: Readonly<Record<TrainingProblem, string>> = {
  topic: 'topic',
  'not-a-day': 'completedOn',
  future: 'completedOn',
  'too-early': 'completedOn',
  'held-with': 'heldWith',
}

/** What was wrong with each field of a form about an officer that was not taken, as it was kept; nothing for any other problem. */
export function officerProblems(
  problem: unknown,
  kept: KeptAct | null,
  { t, now }: Pick<Clock, 't' | 'now'>,
): readonly FieldProblem[] {
  if (problem !== 'invalid' || kept === null) return []
  const force = currentForce()
  const { topic = '', completedOn = '', openLimit = '', serving = '' } = kept.values
  if (kept.form === 'officer-settings') {
    const districts = chosenIn(kept, kept.form, 'districts', [])
    const known = [...districtChoices().keys()]
    return findSettingsProblems({ districts, openLimit, serving }, known).map((code) => ({
      field: fieldOfProblem[code],
      message: t(`staff.officer.settings.wrong.${code}`, { max: largestLimit }),
    }))
  }
  if (kept.form !== 'officer-training') return []
  const heldWith = chosenIn(kept, kept.form, 'heldWith', [])
  const today = localTime(now, force).toPlainDate().toString()
  const wrong = trainingProblem({ topic, completedOn, heldWith }, force, today)
  return wrong === null
    ? []
    : [{ field: courseFields[wrong], message: t(`staff.officer.training.wrong.${wrong}`) }]
}

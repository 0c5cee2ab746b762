import { localTime } from './calendar'
import { dispositionsOn } from './dispositions'
import type { Force } from './force'
import type { Role } from './words'

/** Ids of the dispositions somebody of this role may close a case with at `at`, in the force's order. */
export function closingsFor(role: Role, at: Date, force: Force): readonly string[] {
  const day = localTime(at, force).toPlainDate().toString()
  return dispositionsOn(day, force)
    .filter(({ supervisorOnly }) => supervisorOnly === undefined || role === 'supervisor')
    .map(({ id }) => id)
}

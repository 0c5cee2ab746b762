import 'server-only'
import { log } from '@/lib/adapters/log'
import { dutyFor } from '@/lib/domain/clocks/duty-for'
import { promiseFor } from '@/lib/domain/clocks/promise-for'
import type { DutyAhead, OfficerPromise } from '@/lib/domain/clocks/promise-for'
import type { AskedContact } from '@/lib/domain/clocks/promise-words'
import type { Force } from '@/lib/domain/force'
import type { RiskAssessment } from '@/lib/domain/risk'
import type { Facets } from '@/lib/journeys/facets'
import { dutyAhead } from './duty-ahead'

type Promised = OfficerPromise & { readonly asked: AskedContact }

/**
 * What somebody who sends these facts is promised at `at`, from the rota as it is then. Where the rota cannot be read the force's target
 * is promised alone: a report never fails for it.
 */
export async function promiseOf(
  facets: Facets,
  { suggested, rules }: RiskAssessment,
  force: Force,
  at: Date,
): Promise<Promised> {
  const asked = askedContact(facets)
  const duty = asked === 'officer' ? await firstDuty({ ...facets, riskRules: rules }, force, at) : null
  return { ...promiseFor({ risk: suggested, receivedAt: at, duty, force }), asked }
}

async function firstDuty(
  asked: Parameters<typeof dutyFor>[0],
  force: Force,
  at: Date,
): Promise<DutyAhead | null> {
  try {
    return dutyFor(asked, await dutyAhead(force.id, at), force, at)
  } catch {
    log('error', { event: 'rota-unreadable' })
    return null
  }
}

/** A person chooses who is asked where the reporter described somebody, or where the case is sealed. */
function askedContact({ wantsOfficer, restricted, namesExclusion }: Facets): AskedContact {
  if (!wantsOfficer) return 'nobody'
  return restricted || namesExclusion ? 'person-first' : 'officer'
}

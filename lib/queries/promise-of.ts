import 'server-only'
import { log } from '@/lib/adapters/log'
import { dutyFor } from '@/lib/domain/clocks/duty-for'
import { promiseTo } from '@/lib/domain/clocks/promise-for'
import type { DutyAhead, ReckonedPromise } from '@/lib/domain/clocks/promise-for'
import type { AskedContact, Reach } from '@/lib/domain/clocks/promise-words'
import type { Force } from '@/lib/domain/force'
import { promisedBy } from '@/lib/domain/promise'
import type { RiskAssessment } from '@/lib/domain/risk'
import type { Facets } from '@/lib/journeys/facets'
import { dutyAhead } from './duty-ahead'

interface Sending {
  readonly facets: Omit<Facets, 'kind' | 'risk'>
  readonly risk: Pick<RiskAssessment, 'suggested' | 'rules'>
  /** How they hear from us: no officer is counted on for whoever nobody can contact. */
  readonly reach: Reach
  readonly force: Force
  readonly at: Date
}

/**
 * What somebody who sends these facts is promised at `at`, from the rota as it is then. Where the rota cannot be read the force's target
 * is promised alone: a report never fails for it.
 */
export async function promiseOf({ facets, risk, reach, force, at }: Sending): Promise<ReckonedPromise> {
  const asked = askedContact(facets)
  const isOfficers = asked === 'officer' && reach !== 'none'
  const dueAt = promisedBy(risk.suggested, at, force)
  const duty = isOfficers ? await firstDuty({ ...facets, riskRules: risk.rules, dueAt }, force, at) : null
  return promiseTo({ asked, reach, risk: risk.suggested, receivedAt: at, duty, force })
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
function askedContact({
  wantsOfficer,
  restricted,
  namesExclusion,
}: Pick<Facets, 'wantsOfficer' | 'restricted' | 'namesExclusion'>): AskedContact {
  if (!wantsOfficer) return 'nobody'
  return restricted || namesExclusion ? 'person-first' : 'officer'
}

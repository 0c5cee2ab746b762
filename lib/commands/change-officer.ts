import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { readOwnWord, readSettings } from '@/lib/domain/officers/settings'
import type { OwnWord, TypedSettings } from '@/lib/domain/officers/settings'
import type { Actor } from '@/lib/domain/policy'
import { coveredFrom, districtsToGive } from './covered-from'
import { onOfficer } from './on-officer'
import type { OfficerSeen } from './on-officer'

/**
 * A supervisor sets an officer's districts, how many open cases they may hold at once, and whether they serve. Nothing is taken from whoever
 * holds more: routing passes them over, and frees what somebody holds who does not serve. DomainErrors as `onOfficer`, and `invalid`.
 */
export function changeOfficer(actor: Actor, seen: OfficerSeen, typed: TypedSettings): Promise<void> {
  return onOfficer(actor, 'supervisor', seen, () => {
    const { districts, openLimit, active } = readSettings(typed, districtsToGive())
    return {
      data: { districts: [...coveredFrom(districts)], openLimit, active },
      audited: 'officer-changed',
      detail: { districts: districts.join(' '), limit: openLimit, serving: active ? 'yes' : 'no' },
    }
  })
}

/** An officer, or a supervisor for them, says which languages they speak and what they know more of. DomainErrors as `changeOfficer`. */
export function describeOfficer(actor: Actor, seen: OfficerSeen, typed: OwnWord): Promise<void> {
  return onOfficer(actor, 'own-too', seen, () => {
    const { languages, specialisms } = readOwnWord(typed, currentForce())
    return {
      data: { languages: [...languages], specialisms: [...specialisms] },
      audited: 'officer-described',
      detail: { languages: languages.join(' '), specialisms: specialisms.join(' ') },
    }
  })
}

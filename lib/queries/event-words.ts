import 'server-only'
import { natureOf } from '@/lib/domain/note-nature'
import { readPersonRole } from '@/lib/domain/people'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'
import type { ToldEvent } from './events-for-export'

/** What happened, as the desk's history says it, people by their roles. */
export function eventWords({ type, role, detail }: ToldEvent, t: Translate): string {
  const said = (value: unknown) => {
    const known = groups.map((group) => `staff.${group}.${String(value)}`).find((one) => t.has(one))
    return known === undefined ? t('staff.case.somebody') : lowerFirst(t(known))
  }
  const alone = `staff.eventAlone.${type}`
  const key = role === null && t.has(alone) ? alone : `staff.event.${type}`
  if (!t.has(key)) return t('staff.event.other')
  const words = t(key, {
    ...{ from: said(detail.from), to: said(detail.to), disposition: said(detail.disposition) },
    offence: said(detail.offence),
    ...{ clock: said(detail.clock), rule: said(detail.rule), result: said(detail.result) },
    ...{ recipient: recipientWords(detail.recipient, t), role: readPersonRole(detail.role) ?? '' },
  })
  return type.startsWith('call-back-') ? `${words}${callBackWords(detail, t)}` : words
}

/** For when a call was agreed, and why it was moved or called off, where that is still kept. */
function callBackWords({ from, until, reason }: ToldEvent['detail'], t: Translate): string {
  const span =
    from === undefined ? '' : `: ${t('callBack.span', { from: String(from), until: String(until) })}`
  const why = `callBack.reason.${String(reason)}`
  return t.has(why) ? `${span}. ${t('callBack.because', { why: t(why) })}` : span
}

/** What a note says, and before it which kind of note it is, where that was said; of a name, what that person was named as. */
export function noteWords({ type, note, detail }: ToldEvent, t: Translate): string {
  const role = type === 'person-named' ? readPersonRole(detail.role) : null
  if (role !== null) return t(`work.people.given.${role}`, { name: note ?? '' })
  const nature = natureOf(detail)
  return nature === 'work' ? (note ?? '') : t(`casework.nature.given.${nature}`, { text: note ?? '' })
}

/** Where words for the codes of a history are. */
const groups = [
  ...['role', 'status', 'risk', 'disposition', 'offence', 'contactResult'],
  ...['clock.told', 'escalation.rule'],
] as const

/** To whom data was given: the person, a court, or a police force, by its name. */
function recipientWords(recipient: unknown, t: Translate): string {
  const key = `staff.recipient.${String(recipient)}`
  return t.has(key) ? t(key) : String(recipient)
}

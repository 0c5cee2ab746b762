import 'server-only'
import { fileAnswer } from '@/app/_form/file-answer'
import { writeCalendar } from '@/lib/adapters/calendar/write-calendar'
import { now } from '@/lib/adapters/clock'
import type { Actor } from '@/lib/domain/policy'
import { merged } from '@/lib/domain/rota/spans'
import { translator } from '@/lib/i18n/translate'
import { dutyAt } from './duty-place'
import type { DutyPlace } from './duty-place'

const ahead = 732 * 86_400_000

/** Duty and time away from now on, as a calendar. */
export async function calendarFile(actor: Actor, place: DutyPlace): Promise<Response> {
  const at = now()
  const duty = await dutyAt(actor, place, { startsAt: at, endsAt: new Date(at.getTime() + ahead) })
  const t = translator('en')
  const text = writeCalendar({
    officerId: duty.officerId,
    duty: duty.shifts,
    away: merged(duty.away),
    madeAt: at,
    words: { duty: t('staff.duty.calendar.word.duty'), away: t('staff.duty.calendar.word.away') },
  })
  return fileAnswer(text, 'text/calendar; charset=utf-8', 'duty.ics')
}

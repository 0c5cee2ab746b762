import { requireEntrance } from '@/lib/auth/require-actor'
import { calendarFile } from '../_duty/calendar-file'

/** One's own duty and time away as a calendar. */
export async function GET(): Promise<Response> {
  return calendarFile(await requireEntrance('duty'), null)
}

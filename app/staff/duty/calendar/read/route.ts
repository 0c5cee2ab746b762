import { calendarPost } from '../../_duty/calendar-post'

/** Reads a calendar for one’s own duty or time away. */
export function POST(request: Request): Promise<Response> {
  return calendarPost(request, null)
}

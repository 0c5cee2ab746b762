import { calendarFile } from '@/app/staff/duty/_duty/calendar-file'
import { requireEntrance } from '@/lib/auth/require-actor'

/** An officer's duty and time away as a calendar. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireEntrance('officers')
  return calendarFile(actor, (await params).id)
}

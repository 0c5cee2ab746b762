import { calendarPost } from '@/app/staff/duty/_duty/calendar-post'

/** Reads a calendar for an officer’s duty or time away. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  return calendarPost(request, (await params).id)
}

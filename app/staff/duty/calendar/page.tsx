import { requireEntrance } from '@/lib/auth/require-actor'
import { CalendarView } from '../_duty/calendar-view'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Brings in a calendar as somebody’s own duty or time away. */
export default async function OwnCalendarPage({ searchParams }: Props) {
  const actor = await requireEntrance('duty')
  return <CalendarView actor={actor} place={null} query={await searchParams} />
}

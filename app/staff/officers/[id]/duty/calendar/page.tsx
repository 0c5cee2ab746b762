import { requireEntrance } from '@/lib/auth/require-actor'
import { CalendarView } from '@/app/staff/duty/_duty/calendar-view'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Brings in a calendar as an officer’s duty or time away. */
export default async function CalendarPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  return <CalendarView actor={actor} place={(await params).id} query={await searchParams} />
}

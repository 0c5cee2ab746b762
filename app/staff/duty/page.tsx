import { requireEntrance } from '@/lib/auth/require-actor'
import { DutyView } from './_duty/duty-view'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Somebody’s own duty: week by week, and what it is reckoned from. */
export default async function OwnDutyPage({ searchParams }: Props) {
  const actor = await requireEntrance('duty')
  return <DutyView actor={actor} place={null} query={await searchParams} />
}

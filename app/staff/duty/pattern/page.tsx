import { requireEntrance } from '@/lib/auth/require-actor'
import { PatternView } from '../_duty/pattern-view'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One pattern of somebody’s own duty. */
export default async function OwnPatternPage({ searchParams }: Props) {
  const actor = await requireEntrance('duty')
  return <PatternView actor={actor} place={null} query={await searchParams} />
}

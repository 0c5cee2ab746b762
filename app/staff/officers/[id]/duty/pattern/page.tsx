import { requireEntrance } from '@/lib/auth/require-actor'
import { PatternView } from '@/app/staff/duty/_duty/pattern-view'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One pattern of an officer’s duty. */
export default async function PatternPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  return <PatternView actor={actor} place={(await params).id} query={await searchParams} />
}

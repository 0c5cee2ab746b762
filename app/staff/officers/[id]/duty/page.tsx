import { requireEntrance } from '@/lib/auth/require-actor'
import { DutyView } from '@/app/staff/duty/_duty/duty-view'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The duty of one officer: week by week, and what it is reckoned from. */
export default async function DutyPage({ params, searchParams }: Props) {
  const actor = await requireEntrance('officers')
  return <DutyView actor={actor} place={(await params).id} query={await searchParams} />
}

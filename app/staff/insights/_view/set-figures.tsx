import { staffPaths } from '@/lib/config/paths'
import type { WorkSet } from '@/lib/domain/work-sets'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly sets: readonly WorkSet[]
  readonly counts: Readonly<Record<WorkSet, number>>
  /** What the list behind each number is narrowed to besides. */
  readonly narrowed: readonly (readonly [string, string])[]
  readonly t: Translate
}

/** How many cases of each set there are; each number leads to its cases. What there is none of is there, and says so. */
export function SetFigures({ sets, counts, narrowed, t }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-3">
      {sets.map((set) => (
        <li key={set} className="min-w-0">
          <SetFigure set={set} count={counts[set]} narrowed={narrowed} t={t} />
        </li>
      ))}
    </ul>
  )
}

function SetFigure({
  set,
  count,
  narrowed,
  t,
}: Omit<Props, 'sets' | 'counts'> & { readonly set: WorkSet; readonly count: number }) {
  const words = (
    <>
      <span
        className={`block text-xl tabular-nums ${count === 0 ? 'text-ink-soft' : 'font-semibold text-ink'}`}
      >
        {count}
      </span>
      <span className="block">{t(`insight.set.${set}`)}</span>
    </>
  )
  const box = 'block h-full rounded-lg border px-3 py-2'
  return count === 0 ? (
    <p className={`${box} border-line text-ink-soft`}>{words}</p>
  ) : (
    <a
      href={staffPaths.workSet(set, narrowed)}
      className={`${box} border-line-strong no-underline hover:bg-brand-wash`}
    >
      {words}
    </a>
  )
}

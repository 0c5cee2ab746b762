import { staffPaths } from '@/lib/config/paths'
import type { WorkSet } from '@/lib/domain/work-sets'
import type { Translate } from '@/lib/i18n/translate'

/** A number, what it is of, and where it leads. */
interface WorkFigure {
  readonly count: number
  readonly words: string
  readonly href: string
}

interface Props {
  /** What comes before the sets. */
  readonly first?: WorkFigure
  readonly sets: readonly WorkSet[]
  readonly counts: Readonly<Record<WorkSet, number>>
  /** What the list behind each number is narrowed to besides. */
  readonly narrowed: readonly (readonly [string, string])[]
  readonly t: Translate
}

/** How many cases of each set there are; each number leads to its cases. What there is none of is there, and says so. */
export function SetFigures({ first, sets, counts, narrowed, t }: Props) {
  const ofSets = sets.map((set) => ({
    count: counts[set],
    words: t(`insight.set.${set}`),
    href: staffPaths.workSet(set, narrowed),
  }))
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-3">
      {[...(first === undefined ? [] : [first]), ...ofSets].map((figure) => (
        <li key={figure.href} className="min-w-0">
          <FigureBox {...figure} />
        </li>
      ))}
    </ul>
  )
}

function FigureBox({ count, words, href }: WorkFigure) {
  const said = (
    <>
      <span
        className={`block text-xl tabular-nums ${count === 0 ? 'text-ink-soft' : 'font-semibold text-ink'}`}
      >
        {count}
      </span>
      <span className="block">{words}</span>
    </>
  )
  const box = 'block h-full rounded-lg border px-3 py-2'
  return count === 0 ? (
    <p className={`${box} border-line text-ink-soft`}>{said}</p>
  ) : (
    <a href={href} className={`${box} border-line-strong no-underline hover:bg-brand-wash`}>
      {said}
    </a>
  )
}

import type { TrendPeriod } from './trend-period'

/** What fits below a chart as wide as a phone, and as wide as a page, in pixels. */
const room = { narrow: 230, wide: 500 }
const perLetter = 7.5

/** The names of the periods below their columns; where they do not fit, of every second, third and so on. */
export function TrendLabels({ periods }: { readonly periods: readonly TrendPeriod[] }) {
  const narrow = everyOf(periods, room.narrow)
  const wide = everyOf(periods, room.wide)
  return (
    <div className="col-start-2 flex overflow-clip pt-1 text-xs text-ink-soft">
      {periods.map(({ key, short }, index) => {
        const look = `${isNamed(index, narrow, periods.length) ? '' : 'hidden'} ${isNamed(index, wide, periods.length) ? '@min-[36rem]:inline' : '@min-[36rem]:hidden'}`
        return (
          <span
            key={key}
            className={`flex h-5 min-w-0 flex-1 ${narrow === 1 ? 'justify-center' : ''} ${wide === 1 ? '@min-[36rem]:justify-center' : ''}`}
          >
            <span className={`whitespace-nowrap ${look}`}>{short}</span>
          </span>
        )
      })}
    </div>
  )
}

/** Of how many periods one has its name, so that no name runs into the next. */
export function everyOf(periods: readonly { readonly short: string }[], width: number): number {
  const longest = Math.max(0, ...periods.map(({ short }) => short.length))
  const needed = periods.length * (longest * perLetter + 6)
  const least = Math.ceil(needed / width)
  // Months are counted by quarters, half-years and years.
  return periods.length <= 13
    ? least
    : ([1, 2, 3, 6, 12, 24, 36, 60].find((every) => every >= least) ?? least)
}

/** Whether this one has its name; a last one that would run out of the picture has none. */
export function isNamed(index: number, every: number, length: number): boolean {
  return index % every === 0 && (index === 0 || index + every <= length)
}

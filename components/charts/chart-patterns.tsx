/** What is hidden is hatched, what came late is dotted: told apart without any colour. */
export function ChartPatterns({ id }: { readonly id: string }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id={hiddenOf(id)} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" className="stroke-chart-hidden" strokeWidth="1" />
        </pattern>
        <pattern id={lateOf(id)} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="fill-chart-paper" />
          <path d="M0 1.25h5M0 3.75h5" className="stroke-chart-late" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  )
}

const hiddenOf = (id: string) => `${id}-hidden`
const lateOf = (id: string) => `${id}-late`

/** The fill of what is hidden in the chart of this id. */
export const hiddenFill = (id: string) => `url(#${hiddenOf(id)})`

/** The fill of what came after its time. */
export const lateFill = (id: string) => `url(#${lateOf(id)})`

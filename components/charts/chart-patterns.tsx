/** What is hidden is hatched: told apart without any colour. */
export function ChartPatterns({ id }: { readonly id: string }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id={hiddenOf(id)} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" className="stroke-chart-hidden" strokeWidth="1" />
        </pattern>
      </defs>
    </svg>
  )
}

const hiddenOf = (id: string) => `${id}-hidden`

/** The edge of what is hidden: broken, as no edge of a number is. */
export const hiddenEdge = 'stroke-chart-hidden [stroke-dasharray:3_2]'

/** The fill of what is hidden in the chart of this id. */
export const hiddenFill = (id: string) => `url(#${hiddenOf(id)})`

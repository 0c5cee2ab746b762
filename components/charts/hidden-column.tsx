import { hiddenFill } from './chart-patterns'

interface Props {
  readonly id: string
  /** Where it stands and how wide it is. */
  readonly place: { readonly x: string; readonly width: string }
}

/** In pixels. */
const height = 14

/** A column whose number is hidden: a hatched foot, always of one height, so that it looks neither many nor few. */
export function HiddenColumn({ id, place }: Props) {
  return (
    <svg {...place} y="100%" height="1" overflow="visible">
      <rect width="100%" y={-height} height={height} fill={hiddenFill(id)} className="stroke-chart-hidden" />
    </svg>
  )
}

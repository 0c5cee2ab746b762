import { hiddenEdge, hiddenFill } from './chart-patterns'

interface Props {
  readonly id: string
  /** Where it stands and how wide it is. */
  readonly place: { readonly x: string; readonly width: string }
}

/** In pixels. A column of a number stands upon the line; this hangs above it. */
const [height, lift] = [10, 5]

/** In place of a column whose number is hidden: a hatched box that stands on nothing, always of one height, so that it looks neither many nor few. */
export function HiddenColumn({ id, place }: Props) {
  return (
    <svg {...place} y="100%" height="1" overflow="visible">
      <rect width="100%" y={-lift - height} height={height} fill={hiddenFill(id)} className={hiddenEdge} />
    </svg>
  )
}

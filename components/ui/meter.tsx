interface Props {
  readonly part: number
  readonly of: number
  /** Said in place of the picture, for example `Part 2 of 5`. */
  readonly label: string
}

/** How far along somebody is, in parts. */
export function Meter({ part, of, label }: Props) {
  return (
    <span role="img" aria-label={label} className="flex shrink-0 gap-1">
      {Array.from({ length: of }, (_, index) => (
        <i
          key={index}
          className={`h-1.5 w-5 rounded-sm border border-transparent sm:w-7 ${index < part ? 'bg-brand forced-colors:bg-[CanvasText] forced-color-adjust-none' : 'bg-line'}`}
        />
      ))}
    </span>
  )
}

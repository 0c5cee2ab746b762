interface Props {
  readonly href: string
  readonly title: string
  readonly text: string
}

/** One way on among several: the whole card is the link. */
export function Door({ href, title, text }: Props) {
  return (
    <a href={href} className="door">
      <strong className="text-base text-brand">{title}</strong>
      <span>{text}</span>
    </a>
  )
}

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

interface ButtonProps {
  readonly name: string
  readonly value: string
  readonly title: string
  readonly text: string
}

/** A door that answers a question on the way through: a button of the form around it. */
export function DoorButton({ name, value, title, text }: ButtonProps) {
  return (
    <button type="submit" name={name} value={value} className="door text-start">
      <strong className="text-base text-brand">{title}</strong>
      <span>{text}</span>
    </button>
  )
}

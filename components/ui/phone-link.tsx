interface Props {
  /** As people read it: `0800 999 5428`, `18001 101`. */
  readonly number: string
  /** `sms` opens a text message. */
  readonly by?: 'tel' | 'sms'
  readonly className?: string
}

/** A telephone number that can be pressed to ring it, kept on one line and read left to right in every language. */
export function PhoneLink({ number, by = 'tel', className = '' }: Props) {
  return (
    <a
      href={`${by}:${number.replaceAll(/[^\d+#*]/g, '')}`}
      className={`whitespace-nowrap ${className}`.trim()}
    >
      <bdi dir="ltr">{number}</bdi>
    </a>
  )
}

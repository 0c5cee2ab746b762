import type { ReactNode } from 'react'

interface Props {
  /** As people read it: `0800 999 5428`, `18001 101`. */
  readonly number: string
  /** `sms` opens a text message. */
  readonly by?: 'tel' | 'sms'
  readonly className?: string
  /** What the link says, when not the number alone. */
  readonly children?: ReactNode
}

/** A telephone number that can be pressed to ring or text it, on one line where it stands alone, read left to right in every language. */
export function PhoneLink({ number, by = 'tel', className = '', children }: Props) {
  return (
    <a href={`${by}:${number.replaceAll(/[^\d+#*]/g, '')}`} className={`py-1 ${className}`.trim()}>
      {children ?? (
        <bdi dir="ltr" className="whitespace-nowrap">
          {number}
        </bdi>
      )}
    </a>
  )
}

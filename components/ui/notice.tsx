import type { ReactNode } from 'react'

type Tone = 'info' | 'danger' | 'warn' | 'good'

const tones: Record<Tone, string> = {
  info: 'notice',
  danger: 'notice tone-danger',
  warn: 'notice tone-warn',
  good: 'notice tone-good',
}

const titleTones: Record<Tone, string> = {
  info: '',
  danger: 'text-danger',
  warn: 'text-warn',
  good: 'text-good',
}

interface Props {
  readonly tone?: Tone
  readonly title?: string
  /** Heading level of the title; a plain paragraph when absent. */
  readonly level?: 2 | 3
  readonly id?: string
  readonly titleId?: string | undefined
  readonly children: ReactNode
}

/** A box that stands out from the text around it. The tone is told in words too, never by colour alone. */
export function Notice({ tone = 'info', title, level, id, titleId, children }: Props) {
  const Title = level === 2 ? 'h2' : level === 3 ? 'h3' : 'p'
  return (
    <div className={tones[tone]} id={id}>
      {title === undefined ? null : (
        <Title id={titleId} className={`mb-1 font-bold ${titleTones[tone]}`.trim()}>
          {title}
        </Title>
      )}
      {children}
    </div>
  )
}

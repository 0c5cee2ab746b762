import { Fragment } from 'react'
import { partsOf } from '@/lib/domain/hate-words/hate-words'

/** Characters nobody sees that change the direction or the look of the text around them. */
const hidden = /([\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff])/u

/** Whether a text holds characters that could mislead the eye. */
export function hasHiddenMarks(text: string): boolean {
  return hidden.test(text)
}

interface Props {
  /** What stands in the place of each word of hatred; null, or left out, where they are shown as they were written. */
  readonly folded?: string | null
  readonly children: string
}

/**
 * Words somebody sent, kept apart from the text around them, with hidden direction marks shown by their number so that
 * they can change nothing. Every other character of every script is left as it is.
 */
export function PlainText({ folded = null, children }: Props) {
  const parts = folded === null ? [{ text: children, isHateful: false }] : partsOf(children)
  return (
    <bdi className="whitespace-pre-wrap">
      {parts.map(({ text, isHateful }, index) =>
        isHateful ? (
          <span
            key={index}
            lang="en"
            className="rounded-sm bg-paper-2 px-1 text-ink-soft italic"
            data-folded=""
          >
            [{folded}]
          </span>
        ) : (
          <Marked key={index}>{text}</Marked>
        ),
      )}
    </bdi>
  )
}

function Marked({ children }: { readonly children: string }) {
  return children
    .split(hidden)
    .map((part, index) => (
      <Fragment key={index}>{index % 2 === 1 ? <Mark character={part} /> : part}</Fragment>
    ))
}

function Mark({ character }: { readonly character: string }) {
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  return <code className="rounded-sm bg-warn-wash px-0.5 text-xs text-warn">⟦U+{number}⟧</code>
}

import { Fragment } from 'react'

/** Characters nobody sees that change the direction or the look of the text around them. */
const hidden = /([\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff])/u

/** Whether a text holds characters that could mislead the eye. */
export function hasHiddenMarks(text: string): boolean {
  return hidden.test(text)
}

/**
 * Words somebody sent, kept apart from the text around them, with hidden direction marks shown by their number so that
 * they can change nothing. Every other character of every script is left as it is.
 */
export function PlainText({ children }: { readonly children: string }) {
  return (
    <bdi className="whitespace-pre-wrap">
      {children.split(hidden).map((part, index) => (
        <Fragment key={index}>{index % 2 === 1 ? <Mark character={part} /> : part}</Fragment>
      ))}
    </bdi>
  )
}

function Mark({ character }: { readonly character: string }) {
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  return <code className="rounded-sm bg-warn-wash px-0.5 text-xs text-warn">⟦U+{number}⟧</code>
}

'use client'

import { useRef } from 'react'
import { withReply } from '@/lib/domain/own-queue/reply'
import type { ReplyChoice } from '@/lib/domain/own-queue/reply'

interface Props {
  /** The field the text goes into. */
  readonly box: string
  /** Where the form goes without JavaScript, to come back filled in. */
  readonly action: string
  readonly words: {
    readonly label: string
    readonly any: string
    readonly insert: string
    readonly hint: string
  }
  /** Texts by language, that of the reporter first. */
  readonly groups: readonly {
    readonly name: string
    readonly choices: readonly (ReplyChoice & { readonly name: string })[]
  }[]
}

/** Texts to begin a message with. Choosing one puts it below what is written, to be changed before it is sent. */
export function ReplyPicker({ box, action, words, groups }: Props) {
  const select = useRef<HTMLSelectElement>(null)
  const insert = (event: { preventDefault: () => void }) => {
    const field = document.getElementById(box)
    if (!(field instanceof HTMLTextAreaElement) || select.current === null) return
    event.preventDefault()
    field.value = withReply(
      field.value,
      groups.flatMap(({ choices }) => choices),
      select.current.value,
    )
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
  return (
    <div>
      <label className="label" htmlFor={`${box}-template`}>
        {words.label}
      </label>
      <p id={`${box}-template-hint`} className="mb-1 text-sm text-ink-soft">
        {words.hint}
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <select
          ref={select}
          id={`${box}-template`}
          name="template"
          defaultValue=""
          aria-describedby={`${box}-template-hint`}
          className="input max-w-80 min-w-0"
        >
          <option value="">{words.any}</option>
          {groups.map(({ name, choices }) => (
            <optgroup key={name} label={name}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button
          type="submit"
          formAction={action}
          formNoValidate
          className="button button-quiet"
          onClick={insert}
        >
          {words.insert}
        </button>
      </div>
    </div>
  )
}

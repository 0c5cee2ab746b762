import { useState } from 'react'
import { describedBy, textOf } from '@/components/questions/control'
import { useHydrated } from '@/components/ui/use-hydrated'
import { frameClass, QuestionNotes, QuestionTitle } from '@/components/questions/question-text'
import type { ControlProps, QuestionWords, SaveState } from '@/components/questions/control'

/** A long text: how much room is left, and how its saving stands, shown once JavaScript runs. */
export function LongTextQuestion(props: ControlProps & { readonly maxLength: number }) {
  const { view, values, error, maxLength, words, saving, language } = props
  const { id } = view.question
  const initial = textOf(values, id)
  const hydrated = useHydrated()
  const [length, setLength] = useState(initial.length)
  return (
    <div className={frameClass(error)}>
      <QuestionTitle {...props} htmlFor={id} />
      <QuestionNotes {...props} />
      <textarea
        name={id}
        className="input min-h-36"
        id={id}
        dir="auto"
        rows={7}
        autoComplete="off"
        defaultValue={initial}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : true}
        onInput={(event) => {
          setLength(event.currentTarget.value.length)
        }}
      />
      {/* Its line is there from the beginning: a button that moves under a finger is not pressed. */}
      <div className="mt-1.5 flex min-h-[1lh] flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
        {hydrated ? (
          <>
            <span aria-live="polite">{saving === undefined ? '' : saveText(saving, words)}</span>
            <span className={length > maxLength ? 'font-semibold text-danger' : ''}>
              {roomText(maxLength - length, language, words)}
            </span>
          </>
        ) : null}
      </div>
    </div>
  )
}

function saveText(state: SaveState, words: QuestionWords): string {
  switch (state) {
    case 'unchanged':
      return ''
    case 'waiting':
      return words.notSaved
    case 'saved':
      return words.saved
    case 'failed':
      return words.saveFailed
  }
}

function roomText(left: number, language: string, words: QuestionWords): string {
  const count = new Intl.NumberFormat(language).format(Math.abs(left))
  return (left < 0 ? words.charactersOver : words.charactersLeft).replace('{count}', count)
}

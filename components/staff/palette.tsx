'use client'

import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { itemsOf, lead, matching } from '@/components/staff/palette-items'
import type { PaletteItem } from '@/components/staff/palette-items'

/** What the palette says. */
export interface PaletteWords {
  readonly title: string
  readonly label: string
  readonly none: string
  readonly close: string
}

const listId = 'palette-list'
const optionId = (index: number) => `palette-${String(index)}`

/**
 * Control or Command and K: a list of where this person may go and what they may do on this page, narrowed by typing. It leads to what is on the
 * page and sends nothing, so that all of it is there without it.
 */
export function Palette({ words }: { readonly words: PaletteWords }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [items, setItems] = useState<readonly PaletteItem[]>([])
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isAsked =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k'
      if (!isAsked || dialog.current === null) return
      event.preventDefault()
      if (dialog.current.open) {
        dialog.current.close()
        return
      }
      setItems(itemsOf(document))
      setTyped('')
      setChosen(0)
      dialog.current.showModal()
      field.current?.focus()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [])
  const shown = matching(items, typed)
  const go = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    dialog.current?.close()
    lead(item)
  }
  const press = (event: ReactKeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setChosen((chosen + by + shown.length) % Math.max(shown.length, 1))
    else if (event.key === 'Enter') go(shown[chosen])
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="palette-title"
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line-strong bg-paper p-4 text-ink backdrop:bg-black/40"
    >
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 id="palette-title" className="text-lg">
          {words.title}
        </h2>
        <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={words.label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length === 0 ? undefined : optionId(chosen)}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.label}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={press}
        className="input"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={words.title}
        className="mt-2 grid max-h-[50vh] overflow-y-auto"
      >
        {shown.map((item, index) => (
          <Option key={item.words} item={item} index={index} isChosen={index === chosen} go={go} />
        ))}
      </div>
      <p role="status" className="text-ink-soft">
        {shown.length === 0 ? words.none : ''}
      </p>
    </dialog>
  )
}

interface OptionProps {
  readonly item: PaletteItem
  readonly index: number
  readonly isChosen: boolean
  readonly go: (item: PaletteItem) => void
}

/** The keyboard stays in the field, which says which one is chosen; a pointer presses one itself. */
function Option({ item, index, isChosen, go }: OptionProps) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <button
      ref={row}
      type="button"
      tabIndex={-1}
      id={optionId(index)}
      role="option"
      aria-selected={isChosen}
      onClick={() => {
        go(item)
      }}
      className="cursor-pointer rounded-md text-start border border-transparent px-2.5 py-2 wrap-break-word hover:bg-paper-2 aria-selected:border-brand aria-selected:bg-brand-wash aria-selected:font-semibold"
    >
      {item.words}
    </button>
  )
}

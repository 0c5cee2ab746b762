'use client'

import { useEffect, useRef, useState } from 'react'
import { cleanName } from '@/lib/domain/evidence/clean-name'
import { sendFile } from './send-file'

/** Words of the state of sending, each a sentence; `{name}` and `{share}` are filled in. */
interface Words {
  readonly sending: string
  readonly waiting: string
  readonly failed: string
}

interface Props {
  readonly base: string
  readonly query: string
  readonly page: string
  readonly pieceBytes: number
  readonly words: Words
}

interface State {
  readonly text: string
  readonly share: number | null
}

const still: State = { text: '', share: null }

/**
 * With JavaScript: sends the files of the form it stands in piece by piece, says how far it is, and goes on where it stood after a line that went
 * dead. Without, the form is sent as it is.
 */
export function FileProgress({ base, query, page, pieceBytes, words }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>(still)
  useEffect(() => {
    const form = place.current?.closest('form')
    const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
    if (!form || !input) return
    let busy = false
    const send = async (files: readonly File[]) => {
      for (const [place, file] of files.entries()) {
        const fill = (text: string, share = 0) =>
          text
            .replace('{name}', () => cleanName(file.name) ?? '')
            .replace('{share}', String(Math.round(share * 100)))
        const held = await sendFile(file, {
          ...{ base, query, pieceBytes, first: place === 0 },
          onProgress: (share) => {
            setState({ text: fill(words.sending, share), share })
          },
          onWait: () => {
            setState((now) => ({ ...now, text: fill(words.waiting) }))
          },
        })
        if (!held) {
          busy = false
          setState({ text: fill(words.failed), share: null })
          return
        }
      }
      // The page has what arrived, and says what did not.
      window.location.assign(page)
    }
    const onSubmit = (event: SubmitEvent) => {
      const files = Array.from(input.files ?? [])
      if (files.length === 0) return
      event.preventDefault()
      if (busy) return
      busy = true
      void send(files)
    }
    form.addEventListener('submit', onSubmit)
    return () => {
      form.removeEventListener('submit', onSubmit)
    }
  }, [base, query, page, pieceBytes, words])
  return (
    <div ref={place} className="w-full">
      <p role="status" className="[overflow-wrap:anywhere]">
        {state.text}
      </p>
      {state.share === null ? null : (
        <progress className="mt-1 w-full" max={1} value={state.share} aria-hidden="true" />
      )}
    </div>
  )
}

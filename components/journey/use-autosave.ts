import { useCallback, useEffect, useRef, useState } from 'react'
import { formFields } from '@/components/journey/form-fields'
import type { RefObject } from 'react'
import type { SaveState } from '@/components/questions/control'

const quietMs = 1500

interface Autosave {
  readonly state: SaveState
  /** Something was typed: save when it has been quiet for a moment. */
  readonly changed: () => void
  /** The form itself is being sent: nothing more to save. */
  readonly stop: () => void
}

/** Saves the form to `url` in the background, a moment after typing pauses and when the page is hidden. */
export function useAutosave(form: RefObject<HTMLFormElement | null>, url: string | undefined): Autosave {
  const [state, setState] = useState<SaveState>('unchanged')
  const timer = useRef<number | undefined>(undefined)
  const underWay = useRef<AbortController | undefined>(undefined)

  const stop = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = undefined
    underWay.current?.abort()
  }, [])

  const save = useCallback(async () => {
    if (url === undefined || form.current === null) return
    stop()
    const request = new AbortController()
    underWay.current = request
    const saved = await post(url, formFields(form.current), request.signal)
    if (!request.signal.aborted) setState(saved ? 'saved' : 'failed')
  }, [form, url, stop])

  const changed = useCallback(() => {
    if (url === undefined) return
    setState('waiting')
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(), quietMs)
  }, [save, url])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden' && timer.current !== undefined) void save()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [save])

  return { state, changed, stop }
}

async function post(url: string, body: URLSearchParams, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'POST', body, signal, redirect: 'error', cache: 'no-store' })
    return answer.ok
  } catch {
    return false
  }
}

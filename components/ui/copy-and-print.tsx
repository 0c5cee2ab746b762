'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

interface Props {
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string; readonly print: string }
}

/** Two short cuts that need JavaScript, shown only where it runs. */
export function CopyAndPrint({ text, words }: Props) {
  const [ready, setReady] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    setReady(true)
  }, [])
  if (!ready) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-3">
      <Button type="button" look="quiet" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <Button
        type="button"
        look="quiet"
        onClick={() => {
          window.print()
        }}
      >
        {words.print}
      </Button>
      <span role="status" className="text-sm">
        {copied ? words.copied : ''}
      </span>
    </div>
  )
}

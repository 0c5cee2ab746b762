'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

interface Props {
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string; readonly print: string }
}

/** Two short cuts that need JavaScript, shown only where it runs. */
export function CopyAndPrint({ text, words }: Props) {
  const hydrated = useHydrated()
  const [copied, setCopied] = useState(false)
  if (!hydrated) return null
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

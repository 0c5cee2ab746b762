'use client'

import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

/** Opens the browser's own printing. Shown only where JavaScript runs; without it the browser's menu does the same. */
export function PrintButton({ label }: { readonly label: string }) {
  if (!useHydrated()) return null
  return (
    <Button
      type="button"
      onClick={() => {
        window.print()
      }}
    >
      {label}
    </Button>
  )
}

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether JavaScript runs: false on the server and while the page wakes up, true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

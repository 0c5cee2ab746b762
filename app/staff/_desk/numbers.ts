import { currentForce } from '@/lib/config/current-force'

/** The numbers that sentences of the public pages name, as those pages name them. */
export function numbers(): { readonly number: string; readonly other: string } {
  const phone = (id: string) => currentForce().routes.find((route) => route.id === id)?.phone ?? ''
  return { number: phone('emergency'), other: phone('non-emergency') }
}

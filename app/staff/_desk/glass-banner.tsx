import 'server-only'
import { GlassNotices } from '@/components/staff/glass-notice'
import type { Actor } from '@/lib/domain/policy'
import { glassNotices } from '@/lib/queries/glass-notices'
import { deskClock } from './clock'

/** That the glass of a case was broken, on every page of the desk of those who are to know, until it is reviewed. */
export async function GlassBanner({ actor }: { readonly actor: Actor }) {
  return (
    <GlassNotices {...await glassNotices(actor)} reviews={actor.role === 'supervisor'} clock={deskClock()} />
  )
}

import 'server-only'
import { env } from '@/lib/config/env'

/** Which site passkeys belong to: the desk's own address, whatever name a request came by. */
export function relyingParty(): { readonly id: string; readonly origin: string; readonly name: string } {
  const { origin, hostname } = new URL(env().STAFF_URL)
  return { id: hostname, origin, name: 'Alongside' }
}

import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/config/env'
import { longestAddress } from '@/lib/domain/account'

/** Long enough for the next page; whoever sits down there later is not shown it. In seconds. */
const maxAge = 60

/**
 * Name and attributes of the cookie that has the address of a sign-in that was refused, for the page after it: an address is in
 * no URL. It is read back by that page alone and says no more than the person typed.
 */
function typedAddressCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const
  return { name: secure ? '__Host-typed' : 'typed', options }
}

/** Has the next page show the address again. For Route Handlers. */
export async function keepTypedAddress(typed: string): Promise<void> {
  const { name, options } = typedAddressCookie()
  ;(await cookies()).set(name, typed.slice(0, longestAddress).toWellFormed(), options)
}

/** Puts it away. For Route Handlers. */
export async function forgetTypedAddress(): Promise<void> {
  const { name, options } = typedAddressCookie()
  const jar = await cookies()
  if (jar.has(name)) jar.set(name, '', { ...options, maxAge: 0 })
}

/** The address typed a moment ago in this browser, in a sign-in that was refused for this reason. */
export async function typedAddress(problem: unknown): Promise<string | undefined> {
  if (problem !== 'wrong' && problem !== 'busy') return undefined
  return (await cookies()).get(typedAddressCookie().name)?.value
}

import 'server-only'
import { env } from '@/lib/config/env'

const options = { httpOnly: true, sameSite: 'lax', path: '/' } as const

/** Name and attributes of the cookie that holds a staff session. It ends with the browser. */
export function sessionCookie() {
  const secure = env().secureCookies
  return { name: secure ? '__Host-desk' : 'desk', options: { ...options, secure } }
}

import 'server-only'
import { env } from '@/lib/config/env'
import type { DraftSlot } from './draft'

const names = { public: 'draft', record: 'record' } as const

export interface DraftCookie {
  readonly name: string
  /** No expiry: the cookie goes when the browser closes. */
  readonly options: {
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly path: '/'
    readonly secure: boolean
  }
}

/** Name and options of the cookie that holds a draft's key. The name is neutral: it shows in a browser's settings. */
export function draftCookie(slot: DraftSlot): DraftCookie {
  const secure = env().secureCookies
  const name = secure ? `__Host-${names[slot]}` : names[slot]
  return { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}

import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import type { AuthOptions } from 'next-auth'

/** What is asked of next-auth: one of its actions, with what its own pages would have sent. */
export interface Asked {
  readonly action: readonly ['csrf'] | readonly ['signin' | 'callback', string]
  readonly method: 'GET' | 'POST'
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
}

export interface Answered {
  /** Where it would send the browser. */
  readonly location: string | null
  /** `Set-Cookie` lines. */
  readonly cookies: readonly string[]
  readonly body: unknown
}

/**
 * Asks next-auth as its handler is asked by a page of the older router, but with nothing of the visitor's request beyond
 * what `asked` names, and with its answer as data: none of its pages, endpoints and redirects reaches a browser.
 */
export async function askNextAuth(options: AuthOptions, asked: Asked): Promise<Answered> {
  const request = {
    method: asked.method,
    query: { ...asked.query, nextauth: [...asked.action] },
    body: asked.body ?? {},
    cookies: { ...asked.cookies },
    headers: {},
  }
  const { response, answered } = listener()
  const handler = NextAuth as (
    request: NextApiRequest,
    response: NextApiResponse,
    options: AuthOptions,
  ) => Promise<unknown>
  await handler(request as unknown as NextApiRequest, response as unknown as NextApiResponse, { ...options })
  return answered()
}

/** The part of a response that next-auth writes to. */
function listener() {
  const headers = new Map<string, unknown>()
  let sent: unknown = null
  const response = {
    status: () => response,
    setHeader: (name: string, value: unknown) => {
      headers.set(name.toLowerCase(), value)
      return response
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => response,
    send: (body: unknown) => {
      sent = body
    },
    json: (body: unknown) => {
      sent = body
    },
  }
  const answered = (): Answered => {
    const location = headers.get('location')
    const cookies = headers.get('set-cookie')
    return {
      location: typeof location === 'string' ? location : null,
      cookies: Array.isArray(cookies) ? cookies.filter((line) => typeof line === 'string') : [],
      body: sent,
    }
  }
  return { response, answered }
}

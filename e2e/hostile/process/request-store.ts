/** What a request brings and what an answer sets, in the place of Next's own store, so that handlers run without a server. */
export const requestStore = { cookies: new Map<string, string>(), headers: new Headers() }

/** The functions of `next/headers` over that store. */
export function headersModule() {
  const { cookies, headers } = requestStore
  const jar = {
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) ?? '' } : undefined),
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    has: (name: string) => cookies.has(name),
    set: (name: string, value: string) => {
      cookies.set(name, value)
    },
    delete: (name: string) => cookies.delete(name),
  }
  return { cookies: () => Promise.resolve(jar), headers: () => Promise.resolve(headers) }
}

// Loaded in the browser before any page's own code. With the policy header `require-trusted-types-for`, text becomes a
// script's address only through here, and only where it is one of our built files; nothing turns text into a script or
// into markup. The loader of built files knows of no such policies, so this one is the default.
interface Policies {
  readonly createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => unknown
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }

trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, location.href)
    if (origin === location.origin && pathname.startsWith('/_next/static/')) return address
    throw new TypeError('Not a script of ours.')
  },
})

// Loaded before any of the product's server code that runs outside Next: `server-only` refuses to load there, and its
// `react-server` condition would also swap React for a build without hooks, which the message library needs.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'server-only') return nextResolve(specifier, context)
    return { url: 'data:text/javascript,', format: 'module', shortCircuit: true }
  },
})

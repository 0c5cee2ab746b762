// Lets plain Node load the product's own modules as Next and the tests do: `@/` leads to the checkout, endings may be
// left out, JSON needs no attribute, and `server-only` is satisfied. Nothing is compiled: Node drops the types itself.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const empty = { url: 'data:text/javascript,', format: 'module', shortCircuit: true }

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'server-only') return empty
    const path = ownPath(specifier, context.parentURL)
    if (path === null) return nextResolve(specifier, context)
    const { href } = pathToFileURL(existsSync(`${path}.ts`) ? `${path}.ts` : path)
    if (!href.endsWith('.json')) return nextResolve(href, context)
    return { url: href, format: 'json', importAttributes: { type: 'json' }, shortCircuit: true }
  },
})

/** The file an import of ours means, perhaps without its ending; null for what is somebody else's. */
function ownPath(specifier, parent) {
  if (specifier.startsWith('@/')) return join(root, specifier.slice(2))
  const relative = specifier.startsWith('./') || specifier.startsWith('../')
  if (!relative || !parent?.startsWith('file:') || !parent.endsWith('.ts')) return null
  return join(dirname(fileURLToPath(parent)), specifier)
}

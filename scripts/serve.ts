// Serves the production build: `HOST` and `PORT` say where. Started by `npm start`, or by itself in a container.
import './serve/own-code.mjs'
import { listenAddress } from './run/listen.ts'

const { serve } = await import('./serve/main.ts')
try {
  const { host, port } = listenAddress()
  await serve(host, port)
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

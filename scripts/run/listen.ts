import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Where to listen: `HOST` and `PORT`, or localhost and 3000. */
export function listenAddress(): { readonly host: string; readonly port: number; readonly url: string } {
  const host = process.env.HOST ?? 'localhost'
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error('PORT must be a whole number from 1 to 65535.')
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return { host, port, url: `http://${named}:${String(port)}` }
}

const attempts = 6000
const pause = 100

/** Waits until the server answers its health check. Throws when the server ends first or ten minutes have passed (a first start builds). */
export async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (server.exitCode !== null) throw new Error('The server ended before it was ready.')
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error('The server did not become healthy within ten minutes.')
}

/** Throws in words when something else already listens at the address. */
export async function expectFree(host: string, port: number): Promise<void> {
  const probe = createServer()
  probe.listen(port, host)
  try {
    await once(probe, 'listening')
  } catch {
    throw new Error(`Port ${String(port)} is taken. Choose another: PORT=3001 npm start`)
  }
  probe.close()
  await once(probe, 'close')
}

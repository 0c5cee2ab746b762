import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { log } from '@/lib/adapters/log'
import { isSteering } from '@/lib/edge/inbound-headers'
import { acceptedHeader, busyHeader, laneHeader, sendingAt } from '@/lib/edge/lane-headers'
import { createLanes } from '@/lib/edge/lanes'
import type { Problem } from '@/lib/edge/problem'
import { reportPath } from '@/lib/edge/security-headers'
import { clientAddress, isUnnamedProxy, unknownAddress } from './client-address'
import { judge, timeFor } from './judge'
import { edgeHeaders, refuse, refuseBare } from './refuse'
import { createReports } from './reports'
import type { EdgeSettings } from './settings'

/**
 * The server that stands before the framework. What `handle` sees has one reading, comes from where it says, and carries
 * nothing that steers the framework; what it answers begins with our headers.
 */
export function createEdge(handle: RequestListener, settings: EdgeSettings): Server {
  const { limits, overHttps } = settings
  const headers = edgeHeaders(overHttps)
  const reports = createReports()
  const lanes = createLanes(settings.lanes)
  const noteUnknown = oneWarning('client-address-unknown')
  const noteUnnamed = oneWarning('proxy-not-trusted')
  /** What the pages around sending are told of the flood there may be. Nothing is refused for it. */
  const markOf = (
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
  ): readonly (readonly [string, string])[] => {
    const sending = sendingAt(target.split('?', 1)[0] ?? '')
    if (sending === null) return []
    const busy = lanes.isBusy() ? ([[busyHeader, 'yes']] as const) : []
    if (sending === 'around' || request.method !== 'POST') return busy
    const address = clientAddress(request, settings.trustedProxies)
    if (address === unknownAddress) noteUnknown()
    response.once('finish', () => {
      // The framework sets lists of values, of one as well.
      if (String(response.getHeader(acceptedHeader)) === 'yes') lanes.count(address)
    })
    return lanes.laneOf(address) === 'slow' ? [...busy, [laneHeader, 'slow']] : busy
  }
  const server = createServer(
    {
      insecureHTTPParser: false,
      requireHostHeader: false,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTime,
      // For the longest there is; each request has its own time in `take`.
      requestTimeout: Math.max(limits.requestTime, limits.filesTime),
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.look,
    },
    (request, response) => take(request, response),
  )
  server.maxConnections = limits.connections
  // Node would leave out what is over the count without a word; here it is counted and refused.
  server.maxHeadersCount = limits.headerCount + 1
  server.timeout = limits.silence

  // After a refusal the rest of the connection is not read as requests: it may be what was hidden in the one refused.
  const closed = new WeakSet<Duplex>()
  const take = (request: IncomingMessage, response: ServerResponse) => {
    if (closed.has(request.socket)) {
      response.destroy()
      return
    }
    for (const [name, value] of headers) response.setHeader(name, value)
    const target = request.url ?? ''
    const judgement = judge(request, settings)
    refuseWhenSlow(request, response, timeFor(target, limits), () => closed.add(request.socket))
    if (judgement.kind === 'refused') {
      closed.add(request.socket)
      refuse(response, judgement.problem, target)
    } else if (judgement.kind === 'moved') {
      move(response, judgement.to)
    } else if (request.method === 'POST' && target === reportPath) {
      reports(request, response)
    } else {
      if (isUnnamedProxy(request, settings.trustedProxies)) noteUnnamed()
      const mark = markOf(request, response, target)
      dropSteering(request, target)
      for (const [name, value] of mark) addHeader(request, name, value)
      // The framework says of a drawing what it is, and not in which alphabet.
      if (target === '/icon.svg') response.setHeader('content-type', 'image/svg+xml; charset=utf-8')
      // Built files have their contents in their names.
      if (target.startsWith('/_next/static/')) response.removeHeader('cache-control')
      handle(request, response)
    }
  }
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (judge(request, settings).kind === 'passes') response.writeContinue()
    take(request, response)
  })
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    refuse(response, 'no-expectations', request.url ?? '')
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    refuseBare(socket, 'malformed', overHttps, request.url)
  })
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    refuseBare(socket, 'wrong-method', overHttps)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const answering =
      (socket as { _httpMessage?: { headersSent: boolean } })._httpMessage?.headersSent === true
    if (!socket.writable || answering || error.code === 'ECONNRESET') socket.destroy()
    else refuseBare(socket, problemOf(error.code), overHttps)
  })
  return server
}

/** A request that has not arrived whole in its time is refused, in words where nothing of an answer has gone out. */
function refuseWhenSlow(
  request: IncomingMessage,
  response: ServerResponse,
  time: number,
  close: () => void,
): void {
  const timer = setTimeout(() => {
    if (request.complete || response.writableEnded) return
    close()
    if (response.headersSent) response.destroy()
    else refuse(response, 'too-slow', request.url ?? '')
  }, time)
  timer.unref()
  response.once('close', () => {
    clearTimeout(timer)
  })
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return 'too-many-headers'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'malformed'
}

/** Says once that who is asking cannot be told: nobody's budget is counted as it should be then. */
function oneWarning(event: string): () => void {
  let said = false
  return () => {
    if (!said) log('warn', { event })
    said = true
  }
}

/** 307 keeps the method, and with `no-store` no browser remembers it. */
function move(response: ServerResponse, to: string): void {
  response.writeHead(307, { location: to, 'content-length': '0' }).end()
}

function addHeader({ headers, rawHeaders }: IncomingMessage, name: string, value: string): void {
  headers[name] = value
  rawHeaders.push(name, value)
}

function dropSteering({ headers, rawHeaders }: IncomingMessage, target: string): void {
  const deskPage = /^\/staff(?:[/?]|$)/u.test(target)
  for (const name of Object.keys(headers))
    if (isSteering(name, deskPage)) Reflect.deleteProperty(headers, name)
  const kept = rawHeaders.flatMap((name, place) =>
    place % 2 === 1 || isSteering(name.toLowerCase(), deskPage) ? [] : [name, rawHeaders[place + 1] ?? ''],
  )
  rawHeaders.splice(0, rawHeaders.length, ...kept)
}

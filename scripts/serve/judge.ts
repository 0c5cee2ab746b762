import type { IncomingMessage } from 'node:http'
import type { Tier } from '@/lib/config/env'
import { answersTo, givesAt } from '@/lib/edge/hosts'
import type { Problem } from '@/lib/edge/problem'
import { judgeTarget } from '@/lib/edge/request-target'
import { isServedBy, routeAt } from '@/lib/edge/routes'
import { reportPath } from '@/lib/edge/security-headers'
import { isSameOrigin } from '@/lib/edge/same-origin'
import type { EdgeSettings, Limits } from './settings'

export type Judgement =
  | { readonly kind: 'passes' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

const passes: Judgement = { kind: 'passes' }
const known = new Set(['GET', 'HEAD', 'POST'])
const knownElsewhere = new Set(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])

/** Whether a request may reach the framework. Looks at its line and headers only: no body has been read. */
export function judge(request: IncomingMessage, settings: EdgeSettings): Judgement {
  const target = request.url ?? ''
  const judged = judgeTarget(target)
  const problem =
    problemOfHeaders(request, settings) ??
    problemOfMethod(request.method ?? '') ??
    (judged.kind === 'refused' ? judged.why : null) ??
    problemOfHost(request, target, settings) ??
    problemOfBody(request, target, settings) ??
    (judged.kind === 'good' ? problemOfRoute(request, pathOf(target), settings) : null)
  if (problem !== null) return { kind: 'refused', problem }
  return judged.kind === 'moved' ? judged : passes
}

function problemOfHeaders({ rawHeaders }: IncomingMessage, { limits }: EdgeSettings): Problem | null {
  if (rawHeaders.length / 2 > limits.headerCount) return 'too-many-headers'
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase())
  // Two readers could each take another of them.
  const twice = ['host', 'content-length', 'content-type', 'transfer-encoding', 'origin', 'sec-fetch-site']
  return twice.some((name) => names.indexOf(name) !== names.lastIndexOf(name)) ? 'malformed' : null
}

function problemOfMethod(method: string): Problem | null {
  if (known.has(method)) return null
  return knownElsewhere.has(method) ? 'wrong-method' : 'no-such-method'
}

/** A machine that asks for the health of a process may not know its name. */
function problemOfHost(
  { headers, socket }: IncomingMessage,
  target: string,
  { hosts, filesHost }: EdgeSettings,
): Problem | null {
  if (headers.host !== undefined && target === '/health') return null
  const isOurs = answersTo(hosts, headers.host, socket.localAddress)
  return isOurs && givesAt(filesHost, headers.host, pathOf(target)) ? null : 'other-host'
}

/** A form's size is always told before it: what is not is no form, and the oldest way to hide a second request. */
function problemOfBody(
  { method, headers }: IncomingMessage,
  target: string,
  { limits }: EdgeSettings,
): Problem | null {
  if (headers['transfer-encoding'] !== undefined) return 'no-length'
  const length = Number(headers['content-length'] ?? 0)
  if (length > limits.bodyBytes && length > mostBytesAt(target, limits)) return 'too-large'
  return length > 0 && method !== 'POST' ? 'malformed' : null
}

/** Only an address that takes files may be sent as much as files. */
function mostBytesAt(target: string, { bodyBytes, fileBytes, filesBytes }: Limits): number {
  const route = routeAt(pathOf(target))
  if (route?.takesFiles === true) return filesBytes
  return route?.takesFile === true ? fileBytes : bodyBytes
}

/** How long a request may take to arrive. */
export function timeFor(target: string, { requestTime, filesTime }: Limits): number {
  const route = routeAt(pathOf(target))
  return route?.takesFiles === true || route?.takesPiece === true ? filesTime : requestTime
}

/** What changes something is asked for by our own pages, and only where something takes it. */
function problemOfRoute(
  { method, headers }: IncomingMessage,
  path: string,
  { tier, built }: EdgeSettings,
): Problem | null {
  const posted = method === 'POST'
  // A browser reports without saying from where, and nothing is changed by it.
  if (posted && path === reportPath) return null
  if (posted && !isSameOrigin({ get: (name) => firstOf(headers[name]) })) return 'other-site'
  if (path.startsWith('/_next/')) return !posted && built.has(path) ? null : 'not-found'
  return problemOfManifest(posted ? 'POST' : 'GET', path, tier)
}

/** What another tier serves is not said to exist. What nobody serves is a page's to say kindly, and takes nothing. */
function problemOfManifest(method: 'GET' | 'POST', path: string, tier: Tier): Problem | null {
  const route = isServedBy(tier, path) ? routeAt(path) : undefined
  if (route === undefined) return method === 'POST' ? 'not-found' : null
  return route.methods.includes(method) ? null : 'wrong-method'
}

function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? ''
}

function firstOf(value: string | string[] | undefined): string | null {
  return (typeof value === 'string' ? value : value?.[0]) ?? null
}

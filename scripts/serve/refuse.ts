import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { countedLog } from '@/lib/adapters/counted-log'
import { tier } from '@/lib/config/env'
import { problemHtml, statusOf } from '@/lib/edge/problem'
import type { Problem, ProblemFrame } from '@/lib/edge/problem'
import { isServedBy, routeAt } from '@/lib/edge/routes'
import { scriptlessPolicy, securityHeaders } from '@/lib/edge/security-headers'

const note = countedLog('request-refused')

/** The headers of every answer made here; those of the framework's answers begin with them. */
export function edgeHeaders(overHttps: boolean): readonly (readonly [string, string])[] {
  return [...securityHeaders(overHttps), ['content-security-policy', scriptlessPolicy]]
}

/** Answers with the page of a problem, and ends the connection: what else it brings may not be what it seems. */
export function refuse(response: ServerResponse, problem: Problem, target: string): void {
  note(problem)
  response.statusCode = statusOf(problem)
  response.setHeader('connection', 'close')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (problem === 'wrong-method') response.setHeader('allow', allowedAt(target))
  response.end(pageFor(problem, target))
}

/** The same on a bare connection, where no request could be read or its protocol was to be changed. */
export function refuseBare(socket: Duplex, problem: Problem, overHttps: boolean, target = '/'): void {
  note(problem)
  const page = pageFor(problem, target)
  const status = statusOf(problem)
  const lines = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'connection: close',
    'content-type: text/html; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(page))}`,
    ...edgeHeaders(overHttps).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${page}`)
}

/** What an address is asked with. Of what nobody here serves, as of any page: nothing tells that another tier does. */
function allowedAt(target: string): string {
  const [path = ''] = target.split('?', 1)
  const methods = (isServedBy(tier(), path) ? routeAt(path) : undefined)?.methods ?? ['GET']
  return ['GET', 'HEAD', 'POST']
    .filter((method) => methods.includes(method === 'HEAD' ? 'GET' : method))
    .join(', ')
}

function pageFor(problem: Problem, target: string): string {
  return problemHtml(problem, frameOf(target))
}

/** A public tier says of nothing that there is a desk. */
function frameOf(target: string): ProblemFrame {
  const serves = tier()
  if (serves === 'staff' || (serves === 'all' && /^\/staff(?:[/?]|$)/u.test(target))) return 'desk'
  return /^\/cy(?:[/?]|$)/u.test(target) ? 'cy' : 'en'
}

import { request as ask } from 'node:http'
import { expect, test } from '@playwright/test'
import { newVisitor } from '../../bench/visitor'
import { protectedRoutes, sampleAddress } from '@/lib/edge/routes'
import type { Route } from '@/lib/edge/route'
import { people } from '../fixtures/people'
import { count, isFull } from './figures'
import { everyNth } from './sets/hostile-values'
import { frameworkRequests } from './sets/framework-requests'
import type { FrameworkRequest } from './sets/framework-requests'
import { insides } from './wire/judge'
import { inTurns, staffVisitor } from './wire/visitors'

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

const signOut = '/staff/sign-out'
const patience = 20_000

/** What only somebody signed in may read: references, names of colleagues, and the way out of the desk. */
async function markersOf(origin: string): Promise<readonly string[]> {
  const staff = await staffVisitor(origin, 'supervisor')
  const queue = await staff.get('/staff')
  const officers = await staff.get('/staff/officers')
  const audit = await (await staffVisitor(origin, 'auditor')).get('/staff/audit')
  for (const page of [queue, officers, audit]) {
    expect(page.status).toBe(200)
    expect(page.body).toContain(signOut)
  }
  const references = [...new Set(queue.body.match(/\b(?:HC|LR)-[0-9A-Z]{4}-[0-9A-Z]{4}\b/gu))]
  expect(references.length).toBeGreaterThan(3)
  const emails = [...new Set(officers.body.match(/[\w.-]+@example\.test/gu))]
  return [...references, ...emails, ...Object.values(people), signOut]
}

/** Sends it as nobody in particular. A connection that is closed without an answer is an answer of 0. */
function send(origin: string, route: Route, address: string, shape: FrameworkRequest): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const body = shape.body ?? ''
  const method = shape.method ?? route.methods[0] ?? 'GET'
  const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve) => {
    const call = ask({
      hostname,
      port,
      method,
      path: shape.path?.(address) ?? address,
      headers: { origin, connection: 'close', ...length, ...shape.headers },
      timeout: patience,
    })
    const closed = () => {
      resolve({ status: 0, head: '', body: '' })
    }
    call.on('error', closed)
    call.on('timeout', () => call.destroy())
    call.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode ?? 0, head: JSON.stringify(response.rawHeaders), body: '' })
    })
    call.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('error', closed)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, head: JSON.stringify(response.rawHeaders), body: text })
      })
    })
    call.end(body)
  })
}

test('no header, body or spelling of an address gives a page of the desk to somebody who is not signed in', async ({
  baseURL,
}) => {
  test.setTimeout(isFull ? 3_600_000 : 180_000)
  const origin = baseURL ?? ''
  const markers = await markersOf(origin)
  const [reference = ''] = markers
  const shapes: readonly FrameworkRequest[] = [
    { name: 'nothing odd' },
    ...(isFull ? frameworkRequests : everyNth(frameworkRequests, 8)),
  ]
  const faults: string[] = []
  let given = 0
  let errors = 0
  let refused = 0
  const tryOne = async (route: Route, shape: FrameworkRequest) => {
    const address = sampleAddress(route, { '[reference]': reference })
    const { status, head, body } = await send(origin, route, address, shape)
    const what = `${route.path} with ${shape.name}: ${String(status)}`
    // An address may be repeated in an answer: it is no news to whoever asked for it.
    const told = markers.filter((marker) => !address.includes(marker) && body.includes(marker))
    if (told.length > 0) {
      given += 1
      faults.push(`${what} tells ${told.slice(0, 3).join(', ')}`)
    }
    if (status >= 500) errors += 1
    else refused += 1
    if (status >= 500 || status === 101) faults.push(what)
    if (insides.test(body)) faults.push(`${what} shows ${insides.exec(body)?.[0] ?? ''}`)
    if (head.includes('evil.example')) faults.push(`${what} leads elsewhere`)
  }
  await inTurns(
    6,
    protectedRoutes.flatMap((route) => shapes.map((shape) => () => tryOne(route, shape))),
  )
  expect((await newVisitor(origin).get('/health')).status).toBe(200)
  count('protected pages given away', given)
  count('server errors', errors)
  count('requests refused properly', refused)
  expect(faults.slice(0, 40)).toEqual([])
})

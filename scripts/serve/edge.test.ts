import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { BlockList, type AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/adapters/log'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { hostsOf } from '@/lib/edge/hosts'
import { answersIn, askRaw, sendRaw, type Place } from '../testing/raw-http'
import { createEdge } from './edge'
import { edgeHeaders } from './refuse'
import { trustedProxies } from './trusted-proxies'
import { usualLimits, type EdgeSettings, type Limits } from './settings'

vi.mock('@/lib/adapters/log', () => ({ log: vi.fn() }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  if (server?.listening) await once(server, 'close')
})

const form = 'content-type: application/x-www-form-urlencoded\r\n'

/** An edge with a framework behind it that says what reached it. */
async function edge(
  limits: Partial<Limits> = {},
  more: Partial<EdgeSettings> = {},
): Promise<Place & { seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = []
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request)
    request.on('data', (chunk: Buffer) => {
      if (String(chunk) === 'a=b') response.setHeader('x-alongside-accepted', ['yes'])
    })
    request.on('end', () => response.end(`reached ${request.url ?? ''}`))
  }
  server = createEdge(handle, {
    tier: 'all',
    built: new Set(['/_next/static/a.js']),
    hosts: hostsOf(['https://here.test']),
    overHttps: true,
    trustedProxies: new BlockList(),
    lanes: { perHour: 2, puzzlePerMinute: 3, mostParts: 10 },
    ...more,
    limits: { ...usualLimits, ...limits },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, seen }
}

const line = (request: string, headers = '') =>
  `${request} HTTP/1.1\r\nhost: here.test\r\nconnection: close\r\n${headers}\r\n`

it.each<[string, string, number]>([
  ['a page', line('GET /report/role'), 200],
  ['a form', `${line('POST /report/role/answer', `${form}content-length: 3\r\n`)}a=b`, 200],
  [
    'a file, where one is taken',
    `${line('POST /staff/duty/calendar/read', `${form}content-length: 4194305\r\n`)}${'x'.repeat(4_194_305)}`,
    200,
  ],
  ['a page that is only asked about', line('HEAD /'), 200],
  ['a built file', line('GET /_next/static/a.js?dpl=1'), 200],
  ['a file that was not built', line('GET /_next/static/b.js'), 404],
  ['a post to a built file', line('POST /_next/static/a.js', 'content-length: 0\r\n'), 404],
  ['HTTP/1.0', 'GET / HTTP/1.0\r\nhost: here.test\r\n\r\n', 200],
  [
    'health under another name',
    'GET /health HTTP/1.1\r\nhost: 10.0.0.1:3000\r\nconnection: close\r\n\r\n',
    200,
  ],
  ['TRACE', line('TRACE /'), 405],
  ['CONNECT', line('CONNECT here.test:443'), 405],
  ['OPTIONS', line('OPTIONS /'), 405],
  ['PUT', line('PUT /report/role/answer', 'content-length: 0\r\n'), 405],
  ['a method of other protocols', line('PROPFIND /'), 501],
  ['a method of nobody', line('FROBNICATE /'), 400],
  ['a post to a page', line('POST /emergency', 'content-length: 0\r\n'), 405],
  ['a page of a form\u2019s address', line('GET /report/check/send'), 405],
  ['an address in full', line('GET http://here.test/'), 400],
  ['an address in full of another', line('GET http://evil.example/'), 400],
  ['no address', line('OPTIONS *'), 405],
  ['half an escape', line('GET /%e0%a4%a'), 400],
  ['NUL', line('GET /%00'), 400],
  ['a control character', line('GET /a\u0001b'), 400],
  ['an address too long', line(`GET /${'a'.repeat(9000)}`), 414],
  ['another spelling', line('GET /%73taff'), 404],
  ['another name', 'GET / HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n', 421],
  ['no name', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 421],
  ['two names', line('GET /', 'host: evil.example\r\n'), 400],
  [
    'two lengths',
    `${line('POST /report/role/answer', `${form}content-length: 3\r\ncontent-length: 30\r\n`)}a=b`,
    400,
  ],
  ['two lengths in one', `${line('POST /report/role/answer', `${form}content-length: 3, 3\r\n`)}a=b`, 400],
  ['a length below nothing', line('POST /report/role/answer', `${form}content-length: -1\r\n`), 400],
  ['a length with a sign', `${line('POST /report/role/answer', `${form}content-length: +3\r\n`)}a=b`, 400],
  [
    'a length and chunks',
    `${line('POST /report/role/answer', `${form}content-length: 3\r\ntransfer-encoding: chunked\r\n`)}0\r\n\r\n`,
    400,
  ],
  [
    'chunks',
    `${line('POST /report/role/answer', `${form}transfer-encoding: chunked\r\n`)}3\r\na=b\r\n0\r\n\r\n`,
    411,
  ],
  [
    'chunks by another name',
    `${line('POST /report/role/answer', `${form}transfer-encoding: xchunked\r\n`)}0\r\n\r\n`,
    411,
  ],
  [
    'chunks after something',
    `${line('POST /report/role/answer', `${form}transfer-encoding: chunked, identity\r\n`)}0\r\n\r\n`,
    400,
  ],
  [
    'a space before a colon',
    `${line('POST /report/role/answer', `${form}transfer-encoding : chunked\r\n`)}0\r\n\r\n`,
    400,
  ],
  ['a header over two lines', line('GET /', 'x-a: b\r\n c: d\r\n'), 400],
  ['a header without a name', line('GET /', ': value\r\n'), 400],
  ['NUL in a header', line('GET /', 'x-a: b\0c\r\n'), 400],
  ['lines that end in LF alone', 'GET / HTTP/1.1\nhost: here.test\n\n', 400],
  ['a body too large', line('POST /report/role/answer', `${form}content-length: 4194305\r\n`), 413],
  ['a file too large', line('POST /staff/duty/calendar/read', `${form}content-length: 6291457\r\n`), 413],
  [
    'a form as large as a file',
    line('POST /staff/duty/act?act=leave-add', `${form}content-length: 4194305\r\n`),
    413,
  ],
  ['a page asked for with a body', `${line('GET /', 'content-length: 3\r\n')}a=b`, 400],
  ['a header too large', line('GET /', `x-a: ${'a'.repeat(20_000)}\r\n`), 431],
  ['101 headers', line('GET /', 'a: b\r\n'.repeat(99)), 431],
  ['10,000 headers', line('GET /', 'a: b\r\n'.repeat(10_000)), 431],
  [
    'an upgrade',
    'GET / HTTP/1.1\r\nhost: here.test\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    400,
  ],
  [
    'an upgrade to HTTP/2',
    'GET / HTTP/1.1\r\nhost: here.test\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAA\r\n\r\n',
    400,
  ],
  ['HTTP/2 at once', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
  ['an expectation', line('GET /', 'expect: wonders\r\n'), 417],
  [
    'a post of another site',
    `${line('POST /report/role/answer', `${form}content-length: 3\r\norigin: https://evil.example\r\n`)}a=b`,
    403,
  ],
  [
    'a post across sites',
    line('POST /staff/sign-out', `${form}content-length: 0\r\nsec-fetch-site: cross-site\r\n`),
    403,
  ],
  [
    'another post of another site',
    `${line('POST /staff/of/the/future', `content-type: application/json\r\ncontent-length: 2\r\norigin: null\r\n`)}{}`,
    403,
  ],
  [
    'two sites',
    line(
      'POST /start/over',
      `content-length: 0\r\nsec-fetch-site: same-origin\r\nsec-fetch-site: cross-site\r\n`,
    ),
    400,
  ],
])('%s', async (_name, request, status) => {
  const place = await edge()
  const answer = await askRaw(place, request)
  expect(answer.status).toBe(status)
  const own = edgeHeaders(true).filter(([name]) => name !== 'cache-control' || !request.includes('a.js?'))
  for (const [name, value] of own) expect(answer.headers[name], name).toBe(value)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(place.seen.length).toBe(status === 200 ? 1 : 0)
  if (status < 300) return
  expect(answer.headers.connection).toBe('close')
  expect(answer.body).toMatch(/<h1>[^<]+<\/h1>/u)
  expect(answer.body).not.toContain('evil')
})

it.each([
  ['/en', '/'],
  ['/en/report/role?a=b', '/report/role?a=b'],
  ['/cy/', '/cy'],
])('%s leads to %s', async (from, to) => {
  const answer = await askRaw(await edge(), line(`GET ${from}`))
  expect([answer.status, answer.headers.location]).toEqual([307, to])
  for (const [name, value] of edgeHeaders(true)) expect(answer.headers[name], name).toBe(value)
})

it.each([
  ['POST', '/emergency', 'GET, HEAD'],
  ['GET', '/report/check/send', 'POST'],
  ['GET', '/staff/sign-out', 'POST'],
  ['PUT', '/report/role/answer', 'GET, HEAD, POST'],
  ['DELETE', '/nothing/here', 'GET, HEAD'],
])('%s %s is told what it is asked with: %s', async (method, path, allow) => {
  const answer = await askRaw(
    await edge(),
    line(`${method} ${path}`, method === 'GET' ? '' : 'content-length: 0\r\n'),
  )
  expect([answer.status, answer.headers.allow]).toEqual([405, allow])
  expect(answer.body).toContain('This page cannot be opened by address')
  expect(answer.body.includes('Desk</title>')).toBe(path.startsWith('/staff'))
})

it('a page in Welsh says it in Welsh, and one of the desk leads to the desk', async () => {
  const place = await edge()
  const welsh = await askRaw(place, line('GET /cy/%00'))
  expect(welsh.body).toContain('<html lang="cy"')
  expect(welsh.body).toContain('href="/cy"')
  expect((await askRaw(place, line('GET /staff/%00'))).body).toContain('href="/staff"')
})

it('what is hidden behind a refused request is no request', async () => {
  const place = await edge()
  const hidden = line('GET /hidden')
  for (const head of [
    `${form}content-length: 0\r\ntransfer-encoding: chunked\r\n`,
    `${form}transfer-encoding: chunked\r\n`,
    `${form}content-length: 4194305\r\n`,
    `${form}content-length: 3\r\norigin: https://evil.example\r\n`,
  ]) {
    const text = await sendRaw(place, [
      `POST /report/role/answer HTTP/1.1\r\nhost: here.test\r\n${head}\r\n0\r\n\r\n`,
      hidden,
    ])
    expect(answersIn(text).map(({ status }) => status >= 400)).toEqual([true])
  }
  expect(place.seen).toEqual([])
})

it('two requests in one write get two answers, in order', async () => {
  const place = await edge()
  const first = 'GET /report/role HTTP/1.1\r\nhost: here.test\r\n\r\n'
  const answers = answersIn(await sendRaw(place, [first + line('GET /start')]))
  expect(answers.map(({ body }) => body)).toEqual(['reached /report/role', 'reached /start'])
})

const steering = [
  'X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy',
  'x-middleware-rewrite: /staff',
  'x-middleware-set-cookie: a=b',
  'Next-Action: abc',
  'next-resume: 1',
  'x-nonce: abc',
  'Content-Security-Policy: script-src *',
  'x-invoke-path: /staff',
  'x-matched-path: /staff',
  'x-nextjs-data: 1',
  'x-now-route-matches: 1',
  'x-forwarded-host: evil.example',
  'X-Forwarded-For: 192.0.2.1',
  'forwarded: for=192.0.2.1',
  'x-http-method-override: DELETE',
  'x-original-url: /staff',
  'x-alongside-lane: slow',
  'x-alongside-page: /staff',
]
const parts = [
  'RSC: 1',
  'Next-Router-Prefetch: 1',
  'next-router-state-tree: x',
  'next-router-segment-prefetch: /_tree',
]

it.each([
  ['/report/role', [...steering, ...parts], []],
  ['/staff', [...steering, ...parts], parts],
  ['/staffordshire', parts, []],
])('at %s what steers the framework does not reach it', async (path, sent, kept) => {
  const place = await edge()
  await askRaw(place, line(`GET ${path}`, `${sent.join('\r\n')}\r\naccept: text/html\r\n`))
  const names = (headers: readonly string[]) =>
    headers.map((header) => header.split(':', 1)[0]?.toLowerCase())
  const [seen] = place.seen
  expect(Object.keys(seen?.headers ?? {})).toEqual(['host', 'connection', ...names(kept), 'accept'])
  expect(seen?.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())).toEqual(
    Object.keys(seen?.headers ?? {}),
  )
})

it.each([
  ['headers', 'GET / HTTP/1.1\r\nhost: here'],
  ['a body', `${line('POST /report/role/answer', `${form}content-length: 30\r\n`)}a=b`],
])('%s that do not come to an end are given up', async (_name, beginning) => {
  const place = await edge({ headersTime: 40, requestTime: 80, look: 10 })
  const [answer] = answersIn(await sendRaw(place, [beginning]))
  expect(answer?.status).toBe(408)
  expect(answer?.body).toContain('too long to arrive')
  expect(answer?.headers['x-content-type-options']).toBe('nosniff')
})

it('over plain http nobody is told to use https', async () => {
  const place = await edge({}, { overHttps: false })
  const answer = await askRaw(place, line('GET /'))
  expect(answer.headers['strict-transport-security']).toBeUndefined()
})

it('a flood is told apart and refused nowhere, and nothing else is told of it', async () => {
  const place = await edge({}, { trustedProxies: trustedProxies('127.0.0.0/8').list })
  const sendFrom = (address: string, what = 'a=b') =>
    askRaw(
      place,
      `${line('POST /cy/report/check/send', `${form}content-length: 3\r\nx-forwarded-for: ${address}\r\n`)}${what}`,
    )
  for (let empty = 0; empty < 9; empty += 1) await sendFrom('192.0.2.1', 'x=y')
  place.seen.length = 0
  for (let flood = 0; flood < 5; flood += 1) expect((await sendFrom('192.0.2.1')).status).toBe(200)
  await sendFrom('198.51.100.1')
  for (const path of ['/report/check', '/liaison/check/wait?ticket=a', '/report/role', '/emergency', '/']) {
    await askRaw(place, line(`GET ${path}`, 'x-alongside-lane: slow\r\nx-alongside-busy: no\r\n'))
  }
  const marks = place.seen.map(({ headers }) => [headers['x-alongside-lane'], headers['x-alongside-busy']])
  expect(marks).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ['slow', undefined],
    ['slow', 'yes'],
    ['slow', 'yes'],
    [undefined, 'yes'],
    [undefined, 'yes'],
    [undefined, 'yes'],
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

it('a trusted proxy that does not say who is asking is told of in the log, once, and what it passes on is a flood too', async () => {
  const place = await edge({}, { trustedProxies: trustedProxies('127.0.0.1').list })
  for (let count = 0; count < 4; count += 1)
    await askRaw(place, `${line('POST /report/check/send', `${form}content-length: 3\r\n`)}a=b`)
  expect(place.seen.map(({ headers }) => headers['x-alongside-busy'])).toEqual([
    undefined,
    undefined,
    undefined,
    'yes',
  ])
  expect(vi.mocked(log).mock.calls).toEqual([['warn', { event: 'client-address-unknown' }]])
})

it('a proxy on this machine that nobody named is told of in the log, once, without an address', async () => {
  vi.mocked(log).mockClear()
  const place = await edge()
  await askRaw(place, line('GET /'))
  expect(log).not.toHaveBeenCalled()
  for (const said of ['x-forwarded-for: 198.51.100.1', 'forwarded: for=198.51.100.1'])
    await askRaw(place, line('GET /', `${said}\r\n`))
  expect(vi.mocked(log).mock.calls).toEqual([['warn', { event: 'proxy-not-trusted' }]])
})

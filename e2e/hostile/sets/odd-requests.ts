/** Something sent over a bare connection: `host` is what a proper request would name. */
export interface OddRequest {
  readonly name: string
  readonly bytes: (host: string) => Buffer
  /** How many answers a server that is not misled may give; one when absent. */
  readonly answers?: number
}

const form = 'content-type: application/x-www-form-urlencoded'
const step = '/report/role/answer'
const hidden = (host: string) => `GET /staff HTTP/1.1\r\nhost: ${host}\r\nx-hidden: yes\r\n\r\n`

const lines = (...parts: readonly string[]) => `${parts.join('\r\n')}\r\n`
const get = (path: string, host: string, ...headers: readonly string[]) =>
  lines(`GET ${path} HTTP/1.1`, `host: ${host}`, 'connection: close', ...headers, '')
const post = (path: string, host: string, body: string, ...headers: readonly string[]) =>
  `${lines(`POST ${path} HTTP/1.1`, `host: ${host}`, 'connection: close', ...headers, '')}${body}`

const text = (name: string, write: (host: string) => string, answers = 1): OddRequest => {
  return { name, answers, bytes: (host) => Buffer.from(write(host), 'latin1') }
}

/** A form whose end two programs could see in two places, with another request behind it. */
function smuggled(name: string, ...headers: readonly string[]): readonly OddRequest[] {
  return [
    text(`smuggling: ${name}`, (host) => post(step, host, `0\r\n\r\n${hidden(host)}`, form, ...headers), 1),
    text(
      `smuggling, kept open: ${name}`,
      (host) => {
        const head = lines(`POST ${step} HTTP/1.1`, `host: ${host}`, form, ...headers, '')
        return `${head}0\r\n\r\n${hidden(host)}`
      },
      2,
    ),
  ]
}

const smuggling = [
  ...smuggled('both lengths', 'content-length: 5', 'transfer-encoding: chunked'),
  ...smuggled('both lengths, other order', 'transfer-encoding: chunked', 'content-length: 5'),
  ...smuggled('two lengths', 'content-length: 5', 'content-length: 60'),
  ...smuggled('lengths in a list', 'content-length: 5, 60'),
  ...smuggled('a length with a sign', 'content-length: +5'),
  ...smuggled('a negative length', 'content-length: -5'),
  ...smuggled('a length in hex', 'content-length: 0x5'),
  ...smuggled('a length with a space', 'content-length: 5 5'),
  ...smuggled('a huge length', 'content-length: 99999999999999999999'),
  ...smuggled('a space before the colon', 'transfer-encoding : chunked'),
  ...smuggled('a tab in the coding', 'transfer-encoding:\tchunked'),
  ...smuggled('an unknown coding', 'transfer-encoding: xchunked'),
  ...smuggled('two codings', 'transfer-encoding: chunked', 'transfer-encoding: identity'),
  ...smuggled('a coding in a list', 'transfer-encoding: gzip, chunked'),
  ...smuggled('chunked not last', 'transfer-encoding: chunked, identity'),
  ...smuggled('a folded coding', 'transfer-encoding:\r\n chunked'),
  ...smuggled('a coding in odd case', 'Transfer-Encoding: cHuNkEd'),
  ...smuggled('a coding behind a null', 'transfer-encoding: \u0000chunked'),
  ...smuggled('a coding behind a bare CR', 'x: y\rtransfer-encoding: chunked'),
  ...smuggled('a coding behind a bare LF', 'x: y\ntransfer-encoding: chunked'),
]

const chunks = (body: string) => (host: string) => post(step, host, body, form, 'transfer-encoding: chunked')
const chunked = [
  text('chunks: a proper one', chunks('b\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: a size that is no number', chunks('zz\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: a negative size', chunks('-1\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: a huge size', chunks('ffffffffffffffff\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: an extension', chunks('b;x="y"\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: a long extension', chunks(`b;${'x'.repeat(20_000)}\r\nrole=victim\r\n0\r\n\r\n`)),
  text(
    'chunks: trailers that steer',
    chunks('b\r\nrole=victim\r\n0\r\nx-middleware-subrequest: proxy\r\ncookie: desk=x\r\n\r\n'),
  ),
  text('chunks: too much in a chunk', chunks('2\r\nrole=victim\r\n0\r\n\r\n')),
  text('chunks: bare line feeds', chunks('b\nrole=victim\n0\n\n')),
  text('chunks: no end', chunks('b\r\nrole=victim\r\n')),
]

const bodies = [
  'role=victim&role=witness',
  'role[]=victim',
  'role[0]=victim&role[1]=witness',
  'role.x=victim',
  '__proto__=x',
  '__proto__[role]=victim',
  'constructor[prototype][role]=victim',
  'constructor=x&toString=y&hasOwnProperty=z&__defineGetter__=w',
  'role=%00victim',
  'role=%C0%AE%C0%AE',
  'role=%ED%A0%80%ED%B0%80',
  'role=%FF%FE%00',
  'role=%u0076ictim',
  '%72ole=victim',
  'role=victim;role=witness',
  'role',
  '=victim',
  '&&&&&&&&',
  '{"role":"victim"}',
  '<role>victim</role>',
  '["$","$L1"]',
  '$ACTION_ID_00=x&$ACTION_REF_1=&$ACTION_1:0={}',
  '1_$ACTION_ID_x=&0=["$K1"]',
  Array.from({ length: 10_000 }, (_, at) => `f${String(at)}=x`).join('&'),
  `role=${'victim'.repeat(50_000)}`,
].map((body, at) =>
  text(`body ${String(at)}: ${body.slice(0, 30)}`, (host) =>
    post(step, host, body, form, `content-length: ${String(Buffer.byteLength(body))}`),
  ),
)

const kinds = [
  '',
  'content-type: application/json',
  'content-type: text/x-component',
  'content-type: multipart/form-data',
  'content-type: multipart/form-data; boundary=x',
  'content-type: application/x-www-form-urlencoded, application/json',
  'content-type: application/x-www-form-urlencoded; charset=utf-7',
  'content-type: application/xml',
  `content-type: ${'x'.repeat(4000)}`,
  'content-encoding: gzip',
].map((kind) =>
  text(`kind of body: ${kind.slice(0, 40)}`, (host) =>
    post(
      step,
      host,
      'role=victim',
      ...(kind.startsWith('content-encoding') ? [form] : []),
      ...(kind === '' ? [] : [kind]),
      'content-length: 11',
    ),
  ),
)

const methods = [
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'POST\u0000',
  'X'.repeat(300),
  '',
].map((method) =>
  text(`method ${method.slice(0, 12)}`, (host) =>
    lines(`${method} /staff HTTP/1.1`, `host: ${host}`, 'connection: close', ''),
  ),
)

const overrides = [
  'x-http-method-override: DELETE',
  'x-method-override: PUT',
  'x-http-method: POST',
  'x-original-url: /staff',
  'x-rewrite-url: /staff',
  'x-forwarded-host: evil.example',
  'x-forwarded-proto: javascript',
  'forwarded: host=evil.example',
].map((header) => text(header, (host) => get('/', host, header)))

const hosts = [
  text('no host', () => lines('GET / HTTP/1.1', 'connection: close', '')),
  ...[
    'evil.example',
    '',
    'a b',
    'localhost:99999',
    'localhost@evil.example',
    '[::1]:x',
    '\u0000',
    'x'.repeat(5000),
  ].map((host) => text(`host ${host.slice(0, 24)}`, () => get('/staff', host))),
  text('two hosts', (host) => get('/staff', host, 'host: evil.example')),
  text('an absolute address', (host) => get('http://evil.example/staff', host)),
]

const heads = [
  text('a header of 20,000 characters', (host) => get('/', host, `x: ${'y'.repeat(20_000)}`)),
  text('5,000 headers', (host) =>
    get('/', host, ...Array.from({ length: 5_000 }, (_, at) => `x${String(at)}: y`)),
  ),
  text('an address of 100,000 characters', (host) => get(`/${'a'.repeat(100_000)}`, host)),
  text('a cookie of 15,000 characters', (host) => get('/staff', host, `cookie: desk=${'a'.repeat(15_000)}`)),
  text('500 cookies', (host) =>
    get('/staff', host, `cookie: ${Array.from({ length: 500 }, (_, at) => `desk=${String(at)}`).join('; ')}`),
  ),
  text('a header without a name', (host) => get('/', host, ': x')),
  text('a header with a null', (host) => get('/', host, 'x: a\u0000b')),
  text('a header of bytes that are no letters', (host) => get('/', host, 'x: \u0080\u00ff')),
  text('HTTP/0.9', () => 'GET /\r\n'),
  text('HTTP/1.0 without a host', () => 'GET /staff HTTP/1.0\r\n\r\n'),
  text('HTTP/2 on a connection for 1.1', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  text('HTTP/9.9', (host) => lines('GET / HTTP/9.9', `host: ${host}`, '')),
  text('TLS where none is spoken', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'),
  text('no words at all', () => '\r\n\r\n\r\n'),
  text("a server's answer", () => 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
  text(
    'a form expected to be asked for',
    (host) => post(step, host, 'role=victim', form, 'content-length: 11', 'expect: 100-continue'),
    2,
  ),
  text('an expectation nobody has', (host) =>
    post(step, host, 'role=victim', form, 'content-length: 11', 'expect: a-miracle'),
  ),
  text('a range', (host) => get('/', host, 'range: bytes=0-0,-1,5-2')),
  text(
    'ten requests at once',
    (host) => Array.from({ length: 10 }, () => `GET /health HTTP/1.1\r\nhost: ${host}\r\n\r\n`).join(''),
    10,
  ),
  text('an upgrade to a socket', (host) =>
    get(
      '/staff',
      host,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-key: x',
      'sec-websocket-version: 13',
    ),
  ),
  text('an upgrade to HTTP/2', (host) =>
    get(
      '/staff',
      host,
      'connection: upgrade, http2-settings',
      'upgrade: h2c',
      'http2-settings: AAMAAABkAAQAAP__',
    ),
  ),
]

const all = [...smuggling, ...chunked, ...bodies, ...kinds, ...methods, ...overrides, ...hosts, ...heads]

/** Requests no browser makes. */
export const oddRequests: readonly OddRequest[] = all

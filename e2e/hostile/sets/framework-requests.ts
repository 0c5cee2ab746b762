/** A request that steers, or once steered, the framework past what protects a page. */
export interface FrameworkRequest {
  readonly name: string
  /** The address to ask for in place of a protected one. */
  readonly path?: (path: string) => string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const headed = (...pairs: readonly (readonly [string, string])[]): readonly FrameworkRequest[] =>
  pairs.map(([name, value]) => ({ name: `${name}: ${value.slice(0, 60)}`, headers: { [name]: value } }))

const five = (word: string) => Array.from({ length: 5 }, () => word).join(':')

const subrequests = headed(
  ...[
    'middleware',
    'src/middleware',
    'pages/_middleware',
    'proxy',
    'src/proxy',
    'pages/staff/_middleware',
    '/middleware',
    'app/proxy',
  ].flatMap((word) => [
    ['x-middleware-subrequest', word] as const,
    ['x-middleware-subrequest', five(word)] as const,
  ]),
  ['x-middleware-subrequest-id', '00000000'],
  ['x-middleware-invoke', '1'],
  ['x-middleware-next', '1'],
  ['x-middleware-rewrite', '/staff'],
  ['x-middleware-override-headers', 'cookie'],
  ['x-middleware-request-cookie', 'desk=x'],
  ['x-middleware-prefetch', '1'],
  ['x-middleware-set-cookie', 'desk=x'],
)

const parts = headed(
  ['rsc', '1'],
  ['next-router-prefetch', '1'],
  ['next-router-prefetch', '2'],
  ['next-router-segment-prefetch', '/_tree'],
  ['next-router-segment-prefetch', '/_full'],
  ['next-router-segment-prefetch', '/staff/__PAGE__'],
  [
    'next-router-state-tree',
    '%5B%22%22%2C%7B%22children%22%3A%5B%22staff%22%2C%7B%7D%5D%7D%2Cnull%2C%22refetch%22%5D',
  ],
  ['next-router-state-tree', '%00'],
  ['next-router-state-tree', '['.repeat(2_000)],
  ['next-url', '/'],
  ['next-hmr-refresh', '1'],
  ['next-html-request-id', 'x'],
  ['next-instant-navigation-testing-prefetch', '1'],
  ['next-resume', '1'],
  ['purpose', 'prefetch'],
)

const places = headed(
  ['x-matched-path', '/staff'],
  ['x-invoke-path', '/staff'],
  ['x-invoke-query', '%7B%7D'],
  ['x-invoke-output', '/staff'],
  ['x-invoke-status', '200'],
  ['x-invoke-error', '{}'],
  ['x-nextjs-data', '1'],
  ['x-now-route-matches', '1=staff'],
  ['x-prerender-revalidate', 'x'],
  ['x-original-url', '/staff'],
  ['x-rewrite-url', '/staff'],
  ['x-nonce', 'known'],
  ['x-forwarded-host', 'evil.example'],
  ['x-alongside-lane', 'slow'],
)

const flight: readonly FrameworkRequest[] = [
  '[]',
  '["$F1"]',
  '0:{"a":"$@1"}\n1:{}',
  '{"then":"$1:__proto__:then","status":"resolved_model","_response":{"_prefix":"globalThis.x=1","_formData":{"get":"$1:constructor:constructor"}}}',
  '$ACTION_REF_1',
  '\u0000',
].map((body, at) => ({
  name: `an action with body ${String(at)}`,
  method: 'POST',
  body,
  headers: { 'next-action': '7f'.padEnd(42, '0'), 'content-type': 'text/plain;charset=UTF-8' },
}))

const actions: readonly FrameworkRequest[] = [
  ...flight,
  { name: 'an empty action', method: 'POST', headers: { 'next-action': '' } },
  { name: 'an action called x', method: 'POST', headers: { 'next-action': 'x', 'x-action-forwarded': '1' } },
  {
    name: 'an action in parts',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: '--b\r\ncontent-disposition: form-data; name="$ACTION_ID_x"\r\n\r\n\r\n--b--\r\n',
  },
  {
    name: 'an action behind the name of a file',
    method: 'POST',
    path: (path) => `/robots.txt${path}`,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: '--b\r\ncontent-disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--b--\r\n',
  },
  { name: 'a resumed page', method: 'POST', headers: { 'next-resume': '1' }, body: '{"replay":[]}' },
]

const moved = (name: string, path: (path: string) => string): FrameworkRequest => ({ name, path })
const addresses: readonly FrameworkRequest[] = [
  moved('.rsc', (path) => `${path}.rsc`),
  moved('.txt', (path) => `${path}.txt`),
  moved('a segment', (path) => `${path}.segments/_tree.segment.rsc`),
  moved('the full segment', (path) => `${path}.segments/_full.segment.rsc`),
  moved('data', (path) => `/_next/data/build${path}.json`),
  moved('image', (path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`),
  moved('image from elsewhere', () => '/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75'),
  moved('two slashes', (path) => `/${path}`),
  moved('a slash doubled inside', (path) => path.replace('/staff', '/staff/')),
  moved('a dot', (path) => `/.${path}`),
  moved('two dots', (path) => `/report/..${path}`),
  moved('two dots in code', (path) => `/report/%2e%2e${path}`),
  moved('a slash in code', (path) => path.replace('/staff', '%2Fstaff')),
  moved('a letter in code', (path) => path.replace('/staff', '/%73taff')),
  moved('a letter coded twice', (path) => path.replace('/staff', '/%2573taff')),
  moved('capitals', (path) => path.toUpperCase()),
  moved('one capital', (path) => path.replace('/staff', '/Staff')),
  moved('a slash at the end', (path) => `${path}/`),
  moved('a semicolon', (path) => path.replace('/staff', '/staff;x=y')),
  moved('a backslash', (path) => path.replaceAll('/', '\\').replace('\\', '/')),
  moved('a null', (path) => `${path}%00`),
  moved('the name of a file before it', (path) => `/icon.svgx${path}`),
  moved('a name of robots before it', (path) => `/robots.txt${path}`),
  moved('a language before it', (path) => `/en${path}`),
  moved('another language', (path) => `/cy${path}`),
  moved("the framework's parameter", (path) => `${path}?nxtPlocale=en&__nextLocale=cy&_rsc=x`),
  moved('a line end', (path) => `${path}%0d%0aset-cookie:desk=x`),
]

const upgrades: readonly FrameworkRequest[] = [
  {
    name: 'an upgrade',
    headers: {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'eA==',
    },
  },
  {
    name: 'the socket of development',
    path: () => '/_next/webpack-hmr',
    headers: {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'eA==',
    },
  },
]

const cookies: readonly FrameworkRequest[] = [
  '__prerender_bypass=x; __next_preview_data=x',
  'desk=x',
  'desk=; desk=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA',
  'desk=eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.',
  'next-auth.session-token=x; __Secure-next-auth.session-token=x; authjs.session-token=x',
].map((cookie) => ({ name: `cookie ${cookie.slice(0, 40)}`, headers: { cookie } }))

/** Tried on every address somebody has to be signed in for. */
export const frameworkRequests: readonly FrameworkRequest[] = [
  ...subrequests,
  ...parts,
  ...places,
  ...actions,
  ...addresses,
  ...upgrades,
  ...cookies,
]

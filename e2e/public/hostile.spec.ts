import { expect, test, type APIRequestContext } from '@playwright/test'

const form = 'application/x-www-form-urlencoded'

async function post(
  request: APIRequestContext,
  path: string,
  data: string,
  headers: Record<string, string> = {},
) {
  return request.post(path, { data, headers: { 'content-type': form, ...headers }, maxRedirects: 0 })
}

/** Steps of the shortest report, in order. */
const shortest = [
  ['role', 'role=witness'],
  ['what', 'whatHappened=abuse'],
  ['when', ''],
  ['where', 'placeKind=park'],
  ['place', ''],
  ['district', 'district=not-sure'],
  ['why', ''],
  ['who', ''],
  ['harm', ''],
  ['outcome', ''],
  ['preferences', ''],
  ['needs', ''],
  ['contact', 'contactChoice=anonymous'],
] as const

async function toCheck(request: APIRequestContext): Promise<string> {
  for (const [slug, body] of shortest) {
    const answer = await post(request, `/report/${slug}/answer`, body)
    expect(answer.status(), slug).toBe(303)
    expect(answer.headers().location, slug).not.toContain('#problem')
  }
  const page = await (await request.get('/report/check')).text()
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? []
  expect(token).not.toBe('')
  return token
}

test('the same page sent fifty times at once is one case', async ({ request }) => {
  const token = await toCheck(request)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post(request, '/report/check/send', `token=${token}`)),
  )
  expect(new Set(answers.map((answer) => answer.headers().location))).toEqual(new Set(['/report/sent']))
  const pages = await Promise.all(
    Array.from({ length: 5 }, async () => (await request.get('/report/sent')).text()),
  )
  expect(new Set(pages.map((page) => /HC-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page)?.[0])).size).toBe(1)
})

test('a token of somebody else, or none, sends nothing and says what to do', async ({ request }) => {
  await toCheck(request)
  for (const body of ['', 'token=', 'token=AAAA', `token=${'a'.repeat(5000)}`]) {
    const answer = await post(request, '/report/check/send', body)
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).not.toContain('/sent')
  }
})

const bodies: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a forged option', 'role=administrator'],
  ['two options where one fits', 'role=victim&role=witness'],
  ['a prototype', '__proto__=x&constructor=y&role[]=victim'],
  ['NUL', 'role=victim%00'],
  ['a lone surrogate', 'role=%ED%A0%80'],
  ['broken percent signs', 'role=%E0%A4%A&%=%&=&&'],
  ['bidi marks', `role=${encodeURIComponent('\u202Evictim')}`],
  ['10,000 fields', Array.from({ length: 10_000 }, (_, number) => `f${String(number)}=x`).join('&')],
]
for (const [name, body] of bodies) {
  test(`${name} posted to a step is answered in plain words`, async ({ request }) => {
    const answer = await post(request, '/report/role/answer', body)
    expect([303, 413]).toContain(answer.status())
    const page = await request.get('/report/role')
    const text = await page.text()
    expect(page.status()).toBe(200)
    expect(text).not.toMatch(/Invalid (input|option)|expected string|ZodError|at \w+ \(|node_modules/)
  })
}

test('1 MB of text is refused with words and makes nothing', async ({ request }) => {
  await post(request, '/report/role/answer', 'role=victim')
  const answer = await post(
    request,
    '/report/what/answer',
    `whatHappened=abuse&account=${'a'.repeat(1_000_000)}`,
  )
  expect(answer.headers().location).toBe('/report/what#problem')
  const page = await (await request.get('/report/what')).text()
  const [, summary = ''] = /id="problem"(.*?)<\/ul>/su.exec(page) ?? []
  expect(summary).toContain('10,000')
  expect((await request.get('/report/check', { maxRedirects: 0 })).status()).toBe(307)
})

test('other kinds of body are refused with words', async ({ request }) => {
  for (const kind of ['application/json', 'multipart/form-data; boundary=x', 'text/plain']) {
    const answer = await request.post('/report/role/answer', {
      data: '{"role":"victim"}',
      headers: { 'content-type': kind },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(415)
    expect(await answer.text()).toContain('<h1')
  }
})

test('another site cannot post for somebody, and Server Actions do not exist', async ({ request }) => {
  const foreign = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await post(request, '/report/role/answer', 'role=victim', headers)
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
  expect((await post(request, '/report/role', '', { 'next-action': 'abc' })).status()).toBe(405)
})

test('a cookie that is foreign, broken or expired starts afresh and never fails', async ({
  playwright,
  baseURL,
}) => {
  for (const value of ['x', 'A'.repeat(43), 'A'.repeat(10_000), '%00', '../../etc']) {
    const visitor = await playwright.request.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: { cookie: `draft=${value}` },
    })
    expect((await visitor.get('/report/what', { maxRedirects: 0 })).status()).toBeLessThan(400)
    expect((await post(visitor, '/report/role/answer', 'role=victim')).status()).toBe(303)
    await visitor.dispose()
  }
})

test('a step ahead of the first unanswered one leads back to it and is no answer', async ({ request }) => {
  const answer = await post(request, '/report/harm/answer', 'harm=injured')
  expect(answer.status()).toBe(303)
  expect(answer.headers().location).toContain('/report/role')
  expect((await request.get('/report/check', { maxRedirects: 0 })).status()).toBe(307)
})

test('a forged address leads nowhere but to our own pages', async ({ request }) => {
  for (const path of [
    '/%2Fevil.example/foo/answer',
    '/%5Cevil.example/foo/answer',
    '/report/%00/answer',
    '/report/%0d%0aset-cookie:x/answer',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([400, 404], path).toContain(answer.status())
    expect(answer.headers().location, path).toBeUndefined()
  }
})

test('addresses that do not exist say so with the way on', async ({ request }) => {
  for (const path of [
    '/nothing',
    '/report/nothing',
    '/other/role',
    '/cy/nothing',
    '/report/role/answer/more',
    '/staff/nothing',
  ]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text()).toContain('<h1')
  }
  expect((await post(request, '/report/nothing/answer', 'a=b')).status()).toBe(404)
})

import { expect, type APIResponse } from '@playwright/test'
import type { Route } from '@/lib/edge/route'
import { routes, sampleAddress } from '@/lib/edge/routes'
import { scriptlessPolicy, securityHeaders } from '@/lib/edge/security-headers'
import { awake } from '../fixtures/awake'
import { test } from '../fixtures/desk'
import { sendReport } from '../fixtures/send-journey'

/** Headers of every answer, whoever made it; how long it may be kept is another matter for built files. */
const everywhere = securityHeaders(false).filter(([name]) => name !== 'cache-control')

function expectOurs(answer: APIResponse): void {
  const headers = answer.headers()
  const policy = headers['content-security-policy'] ?? ''
  const wrong = [
    ...everywhere.filter(([name, value]) => headers[name] !== value).map(([name]) => name),
    ...(/unsafe|\*|https?:/u.test(policy) || !policy.includes("default-src 'none'") ? [policy] : []),
    ...['x-powered-by', 'server'].filter((name) => name in headers),
  ]
  expect(wrong, answer.url()).toEqual([])
}

/** What a page brings along is ours alone, and every script of it carries the word of this very answer. */
async function expectClean(answer: APIResponse): Promise<void> {
  const html = await answer.text()
  const [, nonce = 'none'] = /'nonce-([^']+)'/u.exec(answer.headers()['content-security-policy'] ?? '') ?? []
  const scripts = [...html.matchAll(/<script\b[^>]*>/giu)].map(([tag]) => tag)
  const tags = html.replace(/(<script\b[^>]*>).*?<\/script>/gisu, '$1').match(/<[a-z][^>]*>/giu) ?? []
  const brings = tags.filter((tag) => !/^<(?:a|html|svg|meta|path)\b/iu.test(tag))
  const wrong = [
    ...scripts.filter((tag) => !tag.includes(` nonce="${nonce}"`)),
    ...tags.filter((tag) => /\s(?:style|on[a-z]+)\s*=|^<style\b|javascript:/iu.test(tag)),
    ...brings.filter((tag) => /(?:https?:)?\/\/[a-z0-9]/iu.test(tag)),
  ]
  expect(wrong, answer.url()).toEqual([])
  expect(tags.length, answer.url()).toBeGreaterThan(5)
}

/** Every address of the product with every answer it has: pages, redirects, refusals. `case` is one that can be opened. */
function addresses(reference: string): readonly (readonly [Route, string])[] {
  return routes.flatMap((route) => {
    const address = sampleAddress(route, { '[reference]': reference })
    const welsh = route.path.startsWith('/[locale]') ? [`/cy${address === '/' ? '' : address}`] : []
    return [address, ...welsh].map((one) => [route, one] as const)
  })
}

for (const who of ['stranger', 'supervisor'] as const) {
  test(`every answer a ${who} gets carries our headers, and no page brings anything that is not ours`, async ({
    page,
    context,
    enter,
  }) => {
    // Every address there is, on a machine that may have much else to do.
    test.slow()
    const reference = await sendReport(page)
    await context.clearCookies()
    if (who === 'supervisor') await enter('supervisor')
    const { request: visitor } = page
    const files = new Set(['/plain.css', '/icon.svg'])
    let pages = 0
    // Leaving would end the session, and listening has no end: its headers are looked at where a page listens.
    const left: readonly string[] = [
      '/staff/sign-out/force',
      ...(who === 'supervisor' ? ['/staff/live'] : []),
    ]
    const visited = addresses(reference).filter(([{ path }]) => !left.includes(path))
    for (const [{ methods }, address] of visited) {
      const answer = await visitor.get(address, { maxRedirects: 0 })
      expectOurs(answer)
      expect(answer.headers()['cache-control'], address).toContain('no-store')
      if (!methods.includes('GET')) expect(answer.status(), address).toBe(405)
      if (answer.headers()['content-type']?.startsWith('text/html') !== true) continue
      await expectClean(answer)
      pages += 1
      const named = (await answer.text()).matchAll(/"(\/_next\/static\/[^"\\]+)"/gu)
      for (const [, file = ''] of named) files.add(file)
    }
    expect(pages).toBeGreaterThan(30)
    for (const file of files) {
      const answer = await visitor.get(file)
      expect(answer.status(), file).toBe(200)
      expectOurs(answer)
    }
  })
}

test('nothing is posted to any address from another site', async ({ page, enter }) => {
  test.slow()
  const reference = await sendReport(page)
  await enter('supervisor')
  const { request } = page
  const taken = addresses(reference).filter(([{ methods }]) => methods.includes('POST'))
  expect(taken.length).toBeGreaterThan(30)
  for (const [, address] of taken) {
    for (const foreign of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'same-site' }]) {
      for (const kind of ['application/x-www-form-urlencoded', 'application/json']) {
        const answer = await request.post(address, {
          headers: { ...foreign, 'content-type': kind },
          data: '{}',
          maxRedirects: 0,
        })
        expect(answer.status(), address).toBe(403)
        expect(answer.headers()['set-cookie'], address).toBeUndefined()
        expectOurs(answer)
      }
    }
  }
})

test('what the edge refuses carries our headers too', async ({ request }) => {
  for (const path of [
    '/en',
    '/start/',
    '/%73taff',
    '/nothing',
    '/staff/nothing',
    '/_next/image?url=/icon.svg',
    '/_next/static/no.js',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expectOurs(answer)
    expect(answer.status(), path).toBeGreaterThanOrEqual(300)
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const answer = await request.fetch('/', { method })
    expect(answer.status(), method).toBe(method === 'PROPFIND' ? 501 : 405)
    expect(answer.headers()['content-security-policy']).toBe(scriptlessPolicy)
    expectOurs(answer)
  }
})

test('no page asks the browser for anything its own policy stops', async ({ page, enter }) => {
  test.slow()
  const reference = await sendReport(page)
  await enter('supervisor')
  const stopped: string[] = []
  page.on('console', (message) => {
    if (/content security policy|trusted|permissions-policy/iu.test(message.text()))
      stopped.push(message.text())
  })
  page.on('pageerror', (error) => stopped.push(error.message))
  // A stream of events is no page, and never loaded; a file is kept.
  const others = /health|exit|force|nextauth|\.\.\.rest|trouble|\/live$|\/file\.\w+$/u
  const pages = addresses(reference).filter(
    ([{ path, methods }]) => methods.includes('GET') && !others.test(path),
  )
  for (const [, address] of pages) await page.goto(address, { waitUntil: 'load' })
  // A part of a page, and code that is loaded when it is needed.
  await page.goto('/staff')
  await awake(page)
  await page.keyboard.press('j')
  await page.context().clearCookies()
  await page.goto('/report/role')
  await awake(page)
  await page.getByRole('radio').first().check()
  await page.locator('form[action$="/answer"] button').click()
  await expect(page).not.toHaveURL(/\/role/)
  expect(stopped).toEqual([])
})

test('what browsers report of the policy is taken without a word', async ({ request }) => {
  for (const [kind, data] of [
    ['application/csp-report', '{"csp-report":{"effective-directive":"script-src","blocked-uri":"inline"}}'],
    ['application/reports+json', '[]'],
    ['application/csp-report', 'not what it says'],
  ] as const) {
    const answer = await request.post('/csp-report', { headers: { 'content-type': kind }, data })
    expect(answer.status()).toBe(204)
    expectOurs(answer)
  }
})

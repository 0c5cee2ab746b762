import { expect, test } from '@playwright/test'

const html = 'text/html; charset=utf-8'

test('every answer with a body says what it is, and in which alphabet', async ({ request }) => {
  const start = await request.get('/start')
  const built = [...(await start.text()).matchAll(/"(\/_next\/static\/[^"\\]+\.(?:js|css))"/gu)].map(
    ([, file = '']) => file,
  )
  const script = built.find((file) => file.endsWith('.js')) ?? ''
  const style = built.find((file) => file.endsWith('.css')) ?? ''
  const expected = [
    ['/', html],
    ['/cy', html],
    ['/emergency', html],
    ['/nothing', html],
    ['/report/role', html],
    ['/staff/sign-in', html],
    ['/%', html],
    ['/plain.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    [script, 'application/javascript; charset=utf-8'],
    [style, 'text/css; charset=utf-8'],
    ['/health', 'application/json'],
  ] as const
  for (const [path, type] of expected) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type']?.toLowerCase(), path).toBe(type)
  }
  const refused = await request.post('/report/role/answer', {
    data: '{}',
    headers: { 'content-type': 'text/plain' },
  })
  expect(refused.headers()['content-type']).toBe(html)
})

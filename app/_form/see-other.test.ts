import { expect, it, vi } from 'vitest'
import { seeOther } from './see-other'

vi.mock('@/lib/config/current-force', () => ({
  currentForce: () => ({ exitTo: 'https://dull.example/weather' }),
}))

it.each(['/report/what#problem', '/', '/staff?problem=not-found', 'https://dull.example/weather'])(
  'leads to %s with 303 and no body',
  async (path) => {
    const answer = seeOther(path)
    expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([303, path, ''])
  },
)

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  'http://evil.example',
  'https://evil.example',
  'https://dull.example/weather/../elsewhere',
  'https://dull.example.evil.example/weather',
  'https://dull.example/weather\n',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '',
  ' /x',
])('refuses the forged %j', (path) => {
  expect(() => seeOther(path)).toThrow('no address of ours')
})

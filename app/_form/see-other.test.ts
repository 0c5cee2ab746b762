import { expect, it } from 'vitest'
import { seeOther } from './see-other'

it.each(['/report/what#problem', '/', '/staff?problem=not-found', 'https://www.bbc.co.uk/weather'])(
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
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '',
  ' /x',
])('refuses the forged %j', (path) => {
  expect(() => seeOther(path)).toThrow('no address of ours')
})

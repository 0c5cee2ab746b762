import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { captureConsole, captureWarnings, noteUncaught } from './last-resort'
import { log } from './log'

vi.mock('./log', () => ({ log: vi.fn() }))
const logged = vi.mocked(log)
afterEach(() => logged.mockClear())

const secret = 'They shouted at us\n    at Canary (secret.js:1:1)'

it('an error nobody caught is noted by its kind and place, and never by its words', () => {
  noteUncaught('uncaught', Object.assign(new TypeError(secret), { digest: '1234@E5' }))
  expect(logged).toHaveBeenCalledExactlyOnceWith('error', {
    event: 'uncaught',
    code: 'TypeError',
    correlation: '1234@E5',
    where: expect.stringMatching(/^last-resort\.test\.ts:\d+:\d+$/u) as string,
  })
})

it.each([secret, { text: secret }, null, undefined, 5])(
  'a thrown %j is noted by its type alone',
  (thrown) => {
    noteUncaught('uncaught', thrown)
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/shouted|Canary/u)
    expect(logged).toHaveBeenCalledOnce()
  },
)

it('what a library prints becomes a line without its words', () => {
  const target = { error: vi.fn(), warn: vi.fn() }
  captureConsole(target)
  target.error('Failed query with %s', secret, new RangeError(secret))
  target.warn(secret)
  expect(logged.mock.calls.map(([level, fields]) => [level, fields.event, fields.code])).toEqual([
    ['error', 'uncaught', 'RangeError'],
    ['warn', 'library-warning', undefined],
  ])
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/shouted|Canary/u)
})

it('what Node warns of becomes a line with its code, and Node prints it no more', () => {
  const from = new EventEmitter()
  const printed = vi.fn()
  from.on('warning', printed)
  captureWarnings(from)
  from.emit('warning', Object.assign(new Error(secret), { name: 'DeprecationWarning', code: 'DEP0169' }))
  from.emit('warning', Object.assign(new Error(secret), { name: 'MaxListenersExceededWarning' }))
  from.emit('warning', Object.assign(new Error('x'), { name: 'Warning', code: secret }))
  expect(printed).not.toHaveBeenCalled()
  expect(logged.mock.calls).toEqual(
    ['DEP0169', 'MaxListenersExceededWarning', 'Warning'].map((code) => [
      'warn',
      { event: 'library-warning', code },
    ]),
  )
})

it('a digest that is no digest is left out', () => {
  noteUncaught('uncaught', Object.assign(new Error('x'), { digest: secret }))
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/shouted/u)
})

it.each([
  [
    'at f (/srv/.next/server/chunks/[root-of-the-server]__0~x.js:2:345)',
    '[root-of-the-server]__0~x.js:2:345',
  ],
  ['at async g (/srv/chunks/ssr/app_staff_page_tsx.js:1:2)', 'app_staff_page_tsx.js:1:2'],
  ['at process.processTicksAndRejections (node:internal/process/task_queues:104:5)', undefined],
  ['at h (node:internal/x:1:1)\n    at chunk.js:7:8\n    at later.js:9:9', 'chunk.js:7:8'],
])('of the stack %j the place is %j', (frames, where) => {
  const error = new Error(secret)
  error.stack = `Error: ${secret}\n    ${frames}`
  noteUncaught('uncaught', error)
  expect(logged.mock.calls[0]?.[1].where).toBe(where)
})

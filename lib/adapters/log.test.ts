import { expect, it } from 'vitest'
import { log, newLogger } from './log'
import type { LogFields } from './log'

function written(fields: LogFields, level = 'info'): string {
  let text = ''
  log('warn', fields, newLogger(level, { write: (line: string) => (text += line) }))
  return text
}

it('writes one JSON line with the level in words and the time in UTC', () => {
  const text = written({ event: 'request-failed', code: 'TypeError', count: 2 })
  expect(text).toMatch(/^[^\n]+\n$/u)
  const line = JSON.parse(text) as Record<string, unknown>
  expect(line).toEqual({
    level: 'warn',
    time: line.time,
    event: 'request-failed',
    code: 'TypeError',
    count: 2,
  })
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u)
})

it('cannot be made to write a second line, or a field of somebody else’s choosing', () => {
  const text = written({ event: 'x\n{"level":"error","event":"forged"}', code: '\u001b[31m\r\u2028' })
  expect(text.split('\n')).toHaveLength(2)
  expect(JSON.parse(text)).toMatchObject({ level: 'warn' })
  expect(text).not.toContain('\u001b')
})

it('leaves out every field that is not on its list, whatever is passed', () => {
  const sneaked = { event: 'x', account: 'what somebody wrote', email: 'p@example.test', msg: 'words' }
  expect(written(sneaked)).not.toMatch(/wrote|example|words/u)
})

it('is silent below its level', () => {
  expect(written({ event: 'x' }, 'error')).toBe('')
})

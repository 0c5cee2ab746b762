import { expect, it } from 'vitest'
import { failedTests } from './failed-tests.ts'

it('names what failed, in one plain line each', () => {
  const passed = { fullName: 'a passes', status: 'passed', failureMessages: [] }
  const failed = {
    fullName: 'b fails',
    status: 'failed',
    failureMessages: ['\u001B[31mError:\u001B[0m\n  no'],
  }
  const files = [
    { name: '/x.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
    { name: '/y.test.ts', status: 'failed', message: 'does not parse', assertionResults: [] },
    { name: '/z.test.ts', status: 'passed', message: '', assertionResults: [passed] },
  ]
  expect(failedTests.ofVitest(files)).toEqual([
    '/x.test.ts > b fails: Error: no',
    '/y.test.ts > the file itself: does not parse',
  ])
})

it('finds what failed or was skipped in suites within suites', () => {
  const test = (status: string, message?: string) => ({
    status,
    results: message === undefined ? [] : [{ error: { message } }],
  })
  const spec = (title: string, of: ReturnType<typeof test>) => ({
    title,
    file: 'a.spec.ts',
    line: 3,
    tests: [of],
  })
  const inner = { specs: [spec('late', test('unexpected', 'not seen')), spec('left', test('skipped'))] }
  expect(failedTests.ofPlaywright([{ specs: [spec('well', test('expected'))], suites: [inner] }])).toEqual([
    'a.spec.ts:3 > late: not seen',
    'a.spec.ts:3 > left: skipped',
  ])
})

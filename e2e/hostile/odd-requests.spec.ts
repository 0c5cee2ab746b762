import { expect, test } from '@playwright/test'
import { count, isFull } from './figures'
import { everyNth } from './sets/hostile-values'
import { oddRequests } from './sets/odd-requests'
import type { OddRequest } from './sets/odd-requests'
import { sayAndHear } from './wire/bare'
import { insides } from './wire/judge'
import { inTurns } from './wire/visitors'

/** Answers that say that this server does not speak so, and not that something of ours failed. */
const notSpoken = [501, 505]

test('requests no browser makes are refused, and nothing hidden in one is answered', async ({ baseURL }) => {
  test.setTimeout(600_000)
  const origin = baseURL ?? ''
  const { host } = new URL(origin)
  const faults: string[] = []
  let refused = 0
  let errors = 0
  const tried = isFull ? oddRequests : everyNth(oddRequests, 4)
  const tryOne = async ({ name, bytes, answers = 1 }: OddRequest) => {
    const heard = await sayAndHear(origin, bytes(host))
    const failed = heard.statuses.filter((status) => status >= 500 && !notSpoken.includes(status))
    if (failed.length > 0) faults.push(`${name}: ${failed.join(', ')}`)
    if (heard.statuses.filter((status) => status >= 200).length > answers)
      faults.push(`${name}: ${heard.statuses.join(', ')}`)
    if (insides.test(heard.bytes)) faults.push(`${name}: ${insides.exec(heard.bytes)?.[0] ?? ''}`)
    if (/action="\/staff\/sign-out"|evil\.example/u.test(heard.bytes))
      faults.push(`${name}: gave something away`)
    if (/^set-cookie: desk=/imu.test(heard.bytes)) faults.push(`${name}: set a cookie`)
    if (failed.length > 0) errors += 1
    else refused += 1
  }
  await inTurns(
    8,
    tried.map((request) => () => tryOne(request)),
  )
  const after = await fetch(`${origin}/health`)
  expect(after.status).toBe(200)
  count('requests refused properly', refused)
  count('server errors', errors)
  expect(faults).toEqual([])
})

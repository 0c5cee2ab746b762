import { Agent } from 'node:http'
import { answerAll } from '../journey.ts'
import type { Form } from '../journey.ts'
import { newVisitor } from '../visitor.ts'
import { memoryOf, serverProcess } from './memory.ts'
import { slopeOf } from './slope.ts'
import type { Sample } from './slope.ts'
import { upload } from './upload.ts'

const megabyte = 1024 * 1024
const people = 10
const fileBytes = 25 * megabyte
const rounds = 3
const every = 100
/** Of each megabyte that arrives, how much may stay in memory: a server that kept files would keep all of it. */
const asked = 0.1

/**
 * Ten people send a file of 25 MB at once, three times over, and the server's memory is looked at all the while. The first time makes the server
 * warm; what memory each megabyte takes is measured in the others.
 */
export async function measureEvidence(url: string, form: Form, print: (line: string) => void): Promise<void> {
  const visitors = Array.from({ length: people }, () => newVisitor(url, new Agent({ keepAlive: true })))
  for (const one of visitors) await answerAll(one, '/report/role', form)
  const cookies = visitors.map((one) => one.cookie())
  const warm: Sample[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const samples = await sendAll(
      new URL('/files/report/add', url),
      cookies,
      (round - 1) * people * 25,
      print,
    )
    if (round > 1) warm.push(...samples)
  }
  const slope = slopeOf(warm)
  const verdict = slope < asked ? 'reached' : 'missed'
  print(
    `  each megabyte that arrived took ${slope.toFixed(3)} MB of memory (asked: under ${String(asked)}): ${verdict}`,
  )
  if (slope >= asked) throw new Error('The server’s memory grows with what arrives.')
}

/** Everybody sends a file at once; gives what was seen meanwhile. */
async function sendAll(
  address: URL,
  cookies: readonly string[],
  before: number,
  print: (line: string) => void,
): Promise<readonly Sample[]> {
  const server = serverProcess()
  const [begun, atFirst] = [performance.now(), memoryOf(server)]
  const samples: Sample[] = []
  let arrived = before
  const look = setInterval(() => samples.push({ arrived, memory: memoryOf(server) }), every)
  const more = (bytes: number) => {
    arrived += bytes / megabyte
  }
  try {
    await Promise.all(cookies.map((cookie) => upload(address, cookie, fileBytes, more)))
  } finally {
    clearInterval(look)
  }
  const most = Math.max(atFirst, ...samples.map(({ memory }) => memory))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  print(
    `  ${String(cookies.length)} files of 25 MB in ${seconds} s; memory ${mb(atFirst)} before, ${mb(most)} at most, ${mb(memoryOf(server))} after`,
  )
  return samples
}

function mb(figure: number): string {
  return `${figure.toFixed(0)} MB`
}

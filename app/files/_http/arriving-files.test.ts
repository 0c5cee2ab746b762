import { expect, it } from 'vitest'
import { mostFiles } from '@/lib/domain/evidence/limits'
import { arrivingFiles } from './arriving-files'

/** A form of files as a browser sends it. */
function posted(...files: readonly File[]): Request {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return new Request('http://localhost/files/report/add', { method: 'POST', body: form })
}

const file = (name: string, bytes: number) => new File([new Uint8Array(bytes).fill(7)], name)

it('gives the next file where one larger than any buffer was given up after its first bytes', async () => {
  const read: [string, number][] = []
  const form = posted(file('no.exe', 8_000_000), file('yes.jpg', 300_000))
  for await (const { name, bytes } of arrivingFiles(form)) {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.length
      if (name === 'no.exe') break
    }
    read.push([name, size])
  }
  expect(read.at(-1)).toEqual(['yes.jpg', 300_000])
})

it('gives the next file where one was not read at all', async () => {
  const names: string[] = []
  for await (const { name } of arrivingFiles(posted(file('one.jpg', 3_000_000), file('two.jpg', 3_000_000))))
    names.push(name)
  expect(names).toEqual(['one.jpg', 'two.jpg'])
})

it('gives one more than are taken, and no more than that', async () => {
  const many = Array.from({ length: mostFiles + 5 }, (_, at) => file(`${String(at)}.jpg`, 10))
  const names: string[] = []
  for await (const { name } of arrivingFiles(posted(...many))) names.push(name)
  expect(names).toHaveLength(mostFiles + 1)
})

it('ends a file whose connection breaks off with an error, and there are no more', async () => {
  const whole = posted(file('one.jpg', 3_000_000), file('two.jpg', 10))
  const start = new Uint8Array(await whole.clone().arrayBuffer()).subarray(0, 1_000_000)
  const parts = [start]
  const begun = Promise.withResolvers<undefined>()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = parts.pop()
      if (part !== undefined) {
        controller.enqueue(part)
        return
      }
      await begun.promise
      controller.error(new Error('the line went dead'))
    },
  })
  const { url, headers } = whole
  const whileItComes = { method: 'POST', headers, body, duplex: 'half' as const }
  const broken = new Request(url, whileItComes)
  const ends: string[] = []
  for await (const { name, bytes } of arrivingFiles(broken)) {
    begun.resolve(undefined)
    try {
      for await (const chunk of bytes) expect(chunk.length).toBeGreaterThan(0)
      ends.push(`${name} whole`)
    } catch {
      ends.push(`${name} broken`)
    }
  }
  expect(ends).toEqual(['one.jpg broken'])
})

import { describe, expect, it } from 'vitest'
import { readForm } from './read-form'

const urlencoded = 'application/x-www-form-urlencoded'

function post(body: BodyInit, type = urlencoded): Request {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return new Request('http://localhost/answer', init)
}

/** A body whose size is not announced, in pieces of 64 kB. */
function stream(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, 65_536)
      if (size > 0) controller.enqueue(new Uint8Array(size).fill(97))
      left -= size
      if (left === 0) controller.close()
    },
  })
}

describe('readForm', () => {
  it('gives the fields, repeated names included', async () => {
    const form = await readForm(post('a=1&a=2&b=%C3%A9', `${urlencoded}; charset=UTF-8`))
    expect(form).toEqual(
      new URLSearchParams([
        ['a', '1'],
        ['a', '2'],
        ['b', 'é'],
      ]),
    )
  })

  it('leaves out NUL, in names and values, however it comes', async () => {
    const form = await readForm(post('a%00=1%002&b=x\0y&c=%2500'))
    expect(form).toEqual(new URLSearchParams({ a: '12', b: 'xy', c: '%00' }))
  })

  it.each(['multipart/form-data', 'application/json', 'text/plain', ''])('refuses %s', async (type) => {
    expect(await readForm(post('a=1', type))).toBe('wrong-type')
  })

  it.each([
    ['2 MB exactly', 2_097_152, false],
    ['one byte more', 2_097_153, true],
    ['much more', 30_000_000, true],
  ])('streamed body of %s', async (_name, bytes, refused) => {
    expect((await readForm(post(stream(bytes)))) === 'too-large').toBe(refused)
  })

  it.each([
    [400, false],
    [401, true],
    [10_000, true],
  ])('%i fields', async (count, refused) => {
    const body = Array.from({ length: count }, (_, index) => `f${String(index)}=x`).join('&')
    expect((await readForm(post(body))) === 'too-large').toBe(refused)
  })

  it('replaces what is not UTF-8, and a letter cut in two by the network stays whole', async () => {
    const letter = new TextEncoder().encode('a=é')
    const halves = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(letter.slice(0, 3))
        controller.enqueue(letter.slice(3))
        controller.close()
      },
    })
    expect(await readForm(post(halves))).toEqual(new URLSearchParams([['a', 'é']]))
    expect(await readForm(post('a=%FF'))).toEqual(new URLSearchParams([['a', '\uFFFD']]))
  })
})

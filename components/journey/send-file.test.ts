import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendFile } from './send-file'

const file = new File([new Uint8Array(25)], 'wall.jpg', { type: 'image/jpeg', lastModified: 1 })
const answers: (() => Response | Promise<Response>)[] = []
const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  answers.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    const next = answers.shift()
    return next === undefined ? Promise.reject(new TypeError('no line')) : Promise.resolve(next())
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said =
  (body: object, status = 200) =>
  () =>
    Response.json(body, { status })
const page = (status: number) => () => new Response('<p>Words</p>', { status })

/** Sends it in pieces of ten bytes, and gives whether the line held and how often it was waited for. */
async function sent() {
  const waited = vi.fn<() => void>()
  const how = { base: '/files/report', query: 'in=cy', first: true, pieceBytes: 10, onProgress: vi.fn() }
  const held = sendFile(file, { ...how, onWait: waited })
  await vi.runAllTimersAsync()
  return { held: await held, waited: waited.mock.calls.length }
}

describe('a file that is sent in pieces', () => {
  it('goes on where the server says it stands, to its end', async () => {
    answers.push(said({ id: 'a', next: 1 }), said({ next: 2 }), said({ next: 3 }), said({}))
    expect(await sent()).toEqual({ held: true, waited: 0 })
    expect(asked).toEqual([
      '/files/report/begin?in=cy',
      '/files/report/piece?file=a&at=1&in=cy',
      '/files/report/piece?file=a&at=2&in=cy',
      '/files/report/finish?in=cy',
    ])
  })

  it.each([
    ['a line that goes dead', () => Promise.reject(new TypeError('no line'))],
    ['a server that is busy', said({ refused: true }, 503)],
    ['one that was too slow', page(408)],
    ['one too many at once', page(429)],
  ])('is tried again after %s', async (_, answer) => {
    answers.push(said({ id: 'a', next: 2 }), answer, said({ next: 3 }), said({}))
    expect(await sent()).toEqual({ held: true, waited: 1 })
    expect(asked[1]).toBe(asked[2])
  })

  it.each([
    ['by its kind', said({ refused: true }, 422)],
    ['before it is looked at', page(403)],
  ])('is not tried again where it is refused %s: the page that comes next says why', async (_, answer) => {
    answers.push(answer)
    expect(await sent()).toEqual({ held: true, waited: 0 })
    expect(asked).toHaveLength(1)
  })

  it('is given up after some tries, and says so', async () => {
    answers.push(said({ id: 'a', next: 0 }))
    expect((await sent()).held).toBe(false)
    expect(asked).toHaveLength(13)
  })
})

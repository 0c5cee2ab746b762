/** How a script sends a file, piece by piece. */
export interface Sending {
  readonly base: string
  /** It is the first of those that were chosen together. */
  readonly first: boolean
  /** What stands behind each address: the language, where it is not the first. */
  readonly query: string
  readonly pieceBytes: number
  /** Told how much of the file has arrived. */
  readonly onProgress: (share: number) => void
  /** Told that the line is dead and it is tried again. */
  readonly onWait: () => void
}

interface Answer {
  readonly id?: string
  readonly next?: number
  /** It is not taken: the page that comes next says why. */
  readonly refused?: true
}

const mostTries = 12
/** What was too slow, or too often, may do the next time; whatever else is refused would be refused again. */
const passing: ReadonlySet<number> = new Set([408, 429])
const longestWait = 15_000

/** Sends a file and says whether the line held: what was wrong with the file itself the page says that comes next. A line that goes dead is tried again, and what has arrived is not sent twice. */
export async function sendFile(file: File, how: Sending): Promise<boolean> {
  const announced = {
    name: file.name,
    size: String(file.size),
    mark: markOf(file),
    first: how.first ? 'yes' : 'no',
  }
  const begun = await post(how, 'begin', new URLSearchParams(announced))
  const id = begun?.id
  if (id === undefined) return begun?.refused === true
  const pieces = Math.ceil(file.size / how.pieceBytes)
  let next = begun?.next ?? 0
  while (next < pieces) {
    how.onProgress(next / pieces)
    const piece = file.slice(next * how.pieceBytes, (next + 1) * how.pieceBytes)
    const answer = await post(how, `piece?file=${id}&at=${String(next)}`, piece)
    if (answer?.next === undefined) return answer?.refused === true
    next = answer.next
  }
  how.onProgress(1)
  return (await post(how, 'finish', new URLSearchParams({ file: id }))) !== null
}

function markOf({ name, size, lastModified }: File): string {
  return `${String(size)}-${String(lastModified)}-${name}`
}

async function post(how: Sending, act: string, body: URLSearchParams | Blob): Promise<Answer | null> {
  const separator = act.includes('?') ? '&' : '?'
  const address = `${how.base}/${act}${how.query === '' ? '' : separator}${how.query}`
  for (let tries = 1; ; tries += 1) {
    const answer = await once(address, body)
    if (answer !== null) return answer
    if (tries >= mostTries) return null
    how.onWait()
    await pause(Math.min(longestWait, 500 * 2 ** tries))
  }
}

/** Null where it is worth trying again: no line, or a server that is busy or failed. */
async function once(address: string, body: URLSearchParams | Blob): Promise<Answer | null> {
  const headers = body instanceof Blob ? { 'content-type': 'application/octet-stream' } : undefined
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      ...(headers === undefined ? {} : { headers }),
    })
    if (response.status >= 500 || passing.has(response.status)) return null
    return response.ok ? ((await response.json()) as Answer) : { refused: true }
  } catch {
    return null
  }
}

/** Shorter where the line comes back before. */
function pause(time: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, time)
    window.addEventListener('online', done)
  })
}

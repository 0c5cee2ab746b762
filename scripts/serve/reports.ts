import type { IncomingMessage, RequestListener } from 'node:http'
import { countedLog } from '@/lib/adapters/counted-log'

const directives = [
  ...['default-src', 'script-src', 'script-src-elem', 'script-src-attr', 'style-src', 'style-src-elem'],
  ...['style-src-attr', 'img-src', 'font-src', 'connect-src', 'manifest-src', 'base-uri', 'form-action'],
  ...['frame-ancestors', 'frame-src', 'media-src', 'object-src', 'worker-src', 'require-trusted-types-for'],
  'trusted-types',
]
const kinds = ['inline', 'eval', 'wasm-eval', 'data', 'blob', 'trusted-types-policy', 'trusted-types-sink']
const longest = 16_384

/**
 * Takes what browsers report of the content policy. Kept of a report are two words out of lists of ours, which directive
 * and what kind of thing it stopped, as a count in the log at most once a minute: an address, a fragment of a page and what
 * a browser is may say who was reading what. Whatever comes, the answer is the same.
 */
export function createReports(): RequestListener {
  const note = countedLog('content-policy-stopped')
  return (request, response) => {
    void readText(request).then((text) => {
      for (const code of codesIn(text)) note(code)
      response.writeHead(204).end()
    })
  }
}

/** The body, or nothing when it is too long or breaks off. */
async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes <= longest) pieces.push(piece)
    }
  } catch {
    return ''
  }
  return bytes > longest ? '' : Buffer.concat(pieces).toString()
}

/** `directive/kind` of each report, in both forms browsers send. Words that are not ours become `other`. */
export function codesIn(text: string): readonly string[] {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return []
  }
  const reports = Array.isArray(given)
    ? given.slice(0, 20).map((one) => within(one, 'body'))
    : [within(given, 'csp-report')]
  return reports.flatMap((report) => {
    const directive =
      within(report, 'effectiveDirective') ??
      within(report, 'effective-directive') ??
      within(report, 'violated-directive')
    const blocked = within(report, 'blockedURL') ?? within(report, 'blocked-uri')
    return typeof directive === 'string' ? [`${known(directives, directive)}/${known(kinds, blocked)}`] : []
  })
}

function within(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function known(words: readonly string[], given: unknown): string {
  return words.find((word) => word === given) ?? 'other'
}

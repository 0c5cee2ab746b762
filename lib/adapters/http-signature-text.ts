/** What of a request is signed, its body apart. */
export interface SignedParts {
  readonly method: string
  /** The name and port the request was sent to, as in its Host header. */
  readonly authority: string
  /** The path; a signed request has no query. */
  readonly path: string
  readonly contentType: string
}

/** What a signature says of itself. */
interface SignatureParams {
  /** Seconds since 1970. */
  readonly created: number
  readonly keyId: string
  readonly nonce: string
  readonly tag: string
}

/** A signature as it was read. */
interface ReadSignature extends SignatureParams {
  readonly covered: readonly CoveredPart[]
  /** The text after the label: it is signed as it stands. */
  readonly params: string
  readonly signature: Uint8Array
}

/** What every signature covers, in the order in which ours do. */
export const coveredParts = ['@method', '@authority', '@path', 'content-type', 'content-digest'] as const
type CoveredPart = (typeof coveredParts)[number]

/** The parts covered and the parameters, as the Signature-Input header has them. */
export function writeParams({ created, keyId, nonce, tag }: SignatureParams): string {
  const covered = coveredParts.map((part) => `"${part}"`).join(' ')
  return `(${covered});created=${created};keyid="${keyId}";nonce="${nonce}";alg="ed25519";tag="${tag}"`
}

/** The text that is signed: each part on a line of its own, then the parameters. */
export function signatureBase(
  parts: SignedParts & { readonly contentDigest: string },
  covered: readonly CoveredPart[],
  params: string,
): string {
  const values: Readonly<Record<CoveredPart, string>> = {
    '@method': parts.method.toUpperCase(),
    '@authority': parts.authority.toLowerCase(),
    '@path': parts.path,
    'content-type': parts.contentType.trim(),
    'content-digest': parts.contentDigest.trim(),
  }
  const lines = covered.map((part) => `"${part}": ${values[part]}`)
  return [...lines, `"@signature-params": ${params}`].join('\n')
}

const LONGEST = 1000
const input =
  /^([a-z][a-z0-9_-]{0,20})=(\(([^()]{1,200})\)((?:;[a-z]{1,10}=(?:\d{1,15}|"[\w./:+=-]{1,120}"))+))$/u
const value = /^([a-z][a-z0-9_-]{0,20})=:([A-Za-z0-9+/]{86}==):$/u

/**
 * Reads one signature out of its two headers, written without spaces but between the parts: null for several, for one that leaves out a
 * part or a parameter, says one twice, or is of another kind.
 */
export function parseSignature(inputHeader: string | null, valueHeader: string | null): ReadSignature | null {
  const read = matched(input, inputHeader)
  const given = matched(value, valueHeader)
  if (read === null || given === null || read[1] !== given[1]) return null
  const covered = coveredIn(read[3] ?? '')
  const said = paramsIn(read[4] ?? '')
  if (covered === null || said === null) return null
  return { ...said, covered, params: read[2] ?? '', signature: Buffer.from(given[2] ?? '', 'base64') }
}

function matched(pattern: RegExp, header: string | null): RegExpExecArray | null {
  return header === null || header.length > LONGEST ? null : pattern.exec(header.trim())
}

function coveredIn(list: string): readonly CoveredPart[] | null {
  const names = list.split(' ')
  const covered = names.flatMap((name) => coveredParts.find((part) => `"${part}"` === name) ?? [])
  const isWhole = coveredParts.every((part) => covered.includes(part))
  return isWhole && names.length === coveredParts.length ? covered : null
}

const known: readonly string[] = ['created', 'keyid', 'nonce', 'alg', 'tag']

function paramsIn(tail: string): SignatureParams | null {
  const pairs = tail
    .slice(1)
    .split(';')
    .map((pair) => pair.split(/=(.*)/su))
  const names = pairs.map(([name = '']) => name)
  if (new Set(names).size !== names.length || names.some((name) => !known.includes(name))) return null
  const said = (name: string) => pairs.find(([key]) => key === name)?.[1]
  const [keyId, nonce, alg, tag] = ['keyid', 'nonce', 'alg', 'tag'].map((name) => unquoted(said(name)))
  const created = said('created') ?? ''
  if (!/^\d+$/u.test(created) || (alg ?? 'ed25519') !== 'ed25519') return null
  return keyId && nonce && nonce.length >= 16 && tag ? { created: Number(created), keyId, nonce, tag } : null
}

function unquoted(text: string | undefined): string | undefined {
  return text?.startsWith('"') === true ? text.slice(1, -1) : undefined
}

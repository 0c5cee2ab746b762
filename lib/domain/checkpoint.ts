import { auditChains } from './audit-chain'
import type { AuditChain, ChainHead } from './audit-chain'

/** Where a chain of one force's audit ended at a time, as it is signed and kept outside the database. */
export interface Checkpoint extends ChainHead {
  readonly force: string
  readonly chain: AuditChain
  /** When the last link was made, milliseconds since 1970. */
  readonly linkedAt: number
}

/** A checkpoint with the signature over its text. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly text: string
  readonly keyId: string
  /** Base64. */
  readonly signature: string
}

/**
 * The text that is signed, in the form of a C2SP checkpoint: whose it is, how long the chain is, its last hash; then when. Each on a
 * line of its own.
 */
export function checkpointText({ force, chain, position, hash, linkedAt }: Checkpoint): string {
  const root = base64(hash)
  return `alongside/${force}/audit/${chain}\n${String(position)}\n${root}\n${new Date(linkedAt).toISOString()}\n`
}

/** A note to keep: the text, an empty line, and the signature behind a dash, the signer and the key. */
export function writeNote({ text, keyId, signature }: Omit<SignedCheckpoint, 'checkpoint'>): string {
  return `${text}\n— alongside ${keyId} ${signature}\n`
}

const note =
  /^(alongside\/([a-z-]{1,40})\/audit\/([a-z]{1,10})\n(\d{1,18})\n([A-Za-z0-9+/]{43}=)\n(\S{24})\n)\n— alongside ([0-9a-f]{32}) ([A-Za-z0-9+/]{86}==)\n$/u

/** Reads a note; null for anything that is none. Whether the signature is right is for whoever has the key. */
export function readNote(file: string): SignedCheckpoint | null {
  const [
    ,
    text = '',
    force = '',
    chainName = '',
    position = '',
    root = '',
    at = '',
    keyId = '',
    signature = '',
  ] = note.exec(file) ?? []
  const chain = auditChains.find((known) => known === chainName)
  const linkedAt = Date.parse(at)
  if (chain === undefined || Number.isNaN(linkedAt)) return null
  const checkpoint = { force, chain, position: Number(position), hash: hexadecimal(root), linkedAt }
  return { checkpoint, text, keyId, signature }
}

function base64(digits: string): string {
  const bytes = digits.match(/../gu)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? []
  return btoa(bytes.join(''))
}

function hexadecimal(text: string): string {
  return Array.from(atob(text), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

/**
 * The rule of the audit's chain, for whoever checks it; the database makes links by the same rule (`link_audit`). Texts are binary
 * strings: each character is one byte of UTF-8, so that a length is a number of bytes.
 */

/** `intake`: what the public side does. `desk`: everything else. */
export const auditChains = ['intake', 'desk'] as const
export type AuditChain = (typeof auditChains)[number]

/** The columns of a row that are hashed, in this order. */
export const hashedColumns = [
  'seq',
  'at',
  'actor_id',
  'role',
  'action',
  'case_id',
  'reference',
  'detail',
  'force',
] as const

/** A link as the database has it, with the row it is of: null when there is none any more. */
export interface AuditLink {
  readonly position: number
  /** Milliseconds since 1970. */
  readonly linkedAt: string
  readonly hash: string
  /** The values of `hashedColumns`. */
  readonly event: readonly (string | null)[] | null
}

/** Where a chain ends, or ended once. Nothing is at 0. */
export interface ChainHead {
  readonly position: number
  readonly hash: string
}

/** SHA-256 of a binary string, in hexadecimal digits. */
export type Sha256 = (text: string) => string

export type ChainFault =
  /** These links are not there. */
  | { readonly kind: 'missing-links'; readonly from: number; readonly to: number }
  /** The row of this link is not there. */
  | { readonly kind: 'missing-row'; readonly position: number }
  /** The row at this position, or the link before it, is not what it was. */
  | { readonly kind: 'altered'; readonly position: number }
  /** A checkpoint from outside says otherwise: the chain was made anew from here or before. */
  | { readonly kind: 'rewritten'; readonly position: number }
  /** A checkpoint from outside knows a longer chain. */
  | { readonly kind: 'cut'; readonly position: number; readonly expected: number }

/**
 * That the clock went back while rows were written, which is no tampering: a chain's order is that of writing, whatever the clock said. Of steps
 * shorter than `clockSlack` nothing is said: acts that began in one order may end in another.
 */
export interface ClockSteps {
  readonly steps: number
  /** The position of the first row after one. */
  readonly first: number
  /** The longest, in milliseconds. */
  readonly longest: number
}

/** In milliseconds. */
export const clockSlack = 60_000

export const nothingYet: ChainHead = { position: 0, hash: '0'.repeat(64) }

/** The hash a link has: over its place, the hash before it and the row. */
export function linkHash(
  chain: AuditChain,
  { position, linkedAt }: Pick<AuditLink, 'position' | 'linkedAt'>,
  before: string,
  event: readonly (string | null)[],
  sha256: Sha256,
): string {
  const place = `alongside/audit/v1\n${chain}\n${String(position)}\n${linkedAt}\n`
  return sha256(place + fromHex(before) + event.map(withLength).join(''))
}

function withLength(value: string | null): string {
  return value === null ? '-,' : `${String(value.length)}:${value},`
}

/** Done for every link of the audit: four times as fast as reading numbers out of slices. */
function fromHex(digits: string): string {
  const bytes: number[] = []
  for (let at = 0; at < digits.length; at += 2) bytes.push(digitAt(digits, at) * 16 + digitAt(digits, at + 1))
  return String.fromCharCode(...bytes)
}

function digitAt(digits: string, at: number): number {
  const code = digits.charCodeAt(at)
  return code <= 0x39 ? code - 0x30 : code - 0x57
}

export interface ChainCheck {
  /** Takes the next link, in the order of positions, and says what is wrong with it. */
  readonly next: (link: AuditLink) => readonly ChainFault[]
  /** What only the end shows, where the chain ends, and whether the clock went back on the way. */
  readonly end: () => {
    readonly head: ChainHead
    readonly faults: readonly ChainFault[]
    readonly clock: ClockSteps | null
  }
}

/** Checks one chain from its beginning, against what checkpoints from outside say of it. */
export function checkChain(chain: AuditChain, checkpoints: readonly ChainHead[], sha256: Sha256): ChainCheck {
  const known = new Map(checkpoints.map(({ position, hash }) => [position, hash]))
  let head = nothingYet
  const clock = watchClock()
  const next = (link: AuditLink): readonly ChainFault[] => {
    const faults: ChainFault[] = []
    const { position, hash, event } = link
    const isNext = position === head.position + 1
    if (!isNext) faults.push({ kind: 'missing-links', from: head.position + 1, to: position - 1 })
    if (event === null) faults.push({ kind: 'missing-row', position })
    else if (isNext && linkHash(chain, link, head.hash, event, sha256) !== hash)
      faults.push({ kind: 'altered', position })
    const said = known.get(position)
    if (said !== undefined && said !== hash) faults.push({ kind: 'rewritten', position })
    head = { position, hash }
    if (event !== null) clock.next(position, Number(event[timeColumn]))
    return faults
  }
  const end = () => {
    const expected = Math.max(0, ...known.keys())
    const faults: ChainFault[] =
      expected > head.position ? [{ kind: 'cut', position: head.position, expected }] : []
    return { head, faults, clock: clock.steps() }
  }
  return { next, end }
}

const timeColumn = hashedColumns.indexOf('at')

/** Notes each row whose time, in milliseconds, is earlier than that of the row before it. */
function watchClock() {
  let before = Number.NEGATIVE_INFINITY
  let found: ClockSteps | null = null
  return {
    next: (position: number, at: number) => {
      const back = before - at
      before = at
      if (!(back > clockSlack)) return
      const { steps, first, longest } = found ?? { steps: 0, first: position, longest: 0 }
      found = { steps: steps + 1, first, longest: Math.max(longest, back) }
    },
    steps: () => found,
  }
}

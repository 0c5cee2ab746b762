import 'server-only'
import { hash } from 'node:crypto'
import { copyRows } from '@/lib/db/copy-rows'
import type { CopiedRow } from '@/lib/db/copy-rows'
import { auditChains, checkChain, hashedColumns } from '@/lib/domain/audit-chain'
import type { AuditChain, AuditLink, ChainFault, ChainHead, ClockSteps } from '@/lib/domain/audit-chain'

/** What somebody checking the audit is told of one chain. */
export interface ChainReport extends ChainHead {
  readonly chain: AuditChain
  readonly faults: readonly FoundFault[]
  /** Null where the clock never went back. */
  readonly clock: ClockSteps | null
}

/** A fault, and the row in which it shows where there is one. */
export type FoundFault = ChainFault & { readonly seq: string | null }

export interface AuditReport {
  readonly chains: readonly ChainReport[]
  /** Rows that no link is of: they were put in past the chain. Of many, the first hundred. */
  readonly unlinked: readonly string[]
}

export type Progress = (links: number) => void

const mostFaults = 1_000

/**
 * Reads the whole audit from the database at `url` and checks it, with nothing but the rows themselves and what checkpoints from
 * outside say of each chain. Stops adding up faults of a chain at a thousand.
 */
export async function verifyAudit(
  url: string,
  checkpoints: Readonly<Record<AuditChain, readonly ChainHead[]>>,
  progress: Progress = () => undefined,
): Promise<AuditReport> {
  const chains: ChainReport[] = []
  for (const chain of auditChains) chains.push(await verifyChain(url, chain, checkpoints[chain], progress))
  return { chains, unlinked: await findUnlinked(url) }
}

async function verifyChain(
  url: string,
  chain: AuditChain,
  checkpoints: readonly ChainHead[],
  progress: Progress,
): Promise<ChainReport> {
  const check = checkChain(chain, checkpoints, sha256)
  const faults: FoundFault[] = []
  for await (const rows of copyRows(url, linksOf(chain))) {
    for (const row of rows)
      for (const fault of check.next(linkOf(row)))
        if (faults.length < mostFaults) faults.push({ ...fault, seq: row[3] ?? null })
    progress(rows.length)
  }
  const { head, faults: last, clock } = check.end()
  return { chain, ...head, clock, faults: [...faults, ...last.map((fault) => ({ ...fault, seq: null }))] }
}

/** Written into one piece of memory again and again: of ten million rows each microsecond is ten seconds. */
let scratch = Buffer.allocUnsafe(65_536)

/** Of a binary string. */
export function sha256(text: string): string {
  if (text.length > scratch.length) scratch = Buffer.allocUnsafe(text.length)
  return hash('sha256', scratch.subarray(0, scratch.write(text, 'latin1')), 'hex')
}

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`
const hashed = hashedColumns
  .map((column) => (column === 'at' ? milliseconds('e.at') : `e.${column}`))
  .join(', ')

/** The query for the links of a chain with their rows, as `linkOf` reads them. */
export function linksOf(chain: AuditChain): string {
  return `SELECT l.position, ${milliseconds('l.linked_at')}, encode(l.hash, 'hex'), ${hashed}
    FROM audit_link l LEFT JOIN audit_event e ON e.seq = l.seq WHERE l.chain = '${chain}' ORDER BY l.position`
}

/** A row of that query, its values as binary strings. */
export function linkOf([position, linkedAt, hash, ...event]: CopiedRow): AuditLink {
  const [seq = null] = event
  return {
    position: Number(position),
    linkedAt: linkedAt ?? '',
    hash: hash ?? '',
    event: seq === null ? null : event,
  }
}

/** The query for the numbers of rows that no link is of. */
export const unlinkedRows =
  'SELECT e.seq FROM audit_event e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.seq = e.seq) ORDER BY e.seq LIMIT 100'

async function findUnlinked(url: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const rows of copyRows(url, unlinkedRows)) found.push(...rows.map(([seq]) => seq ?? ''))
  return found
}

import type { ClockSteps } from '@/lib/domain/audit-chain'
import type { AuditReport, ChainReport, FoundFault } from './verify-audit'

/** The checkpoints that were looked at. */
export interface CheckpointsUsed {
  /** Undefined when there was none to look in. */
  readonly folder: string | undefined
  readonly used: number
  /** Not signed by our key, of another force, or not to be read. */
  readonly refused: number
}

const most = 20

/** What a check of the audit found, in lines to print, and whether that is nothing. */
export function auditSentences(
  { chains, unlinked }: AuditReport,
  { folder, used, refused }: CheckpointsUsed,
): { readonly lines: readonly string[]; readonly sound: boolean } {
  const sound = unlinked.length === 0 && refused === 0 && chains.every(({ faults }) => faults.length === 0)
  return {
    sound,
    lines: [
      ...chains.flatMap(linesOf),
      ...unlinked.slice(0, most).map((seq) => `  Row ${seq} is in no chain: it was put in past it.`),
      ...more(unlinked.length),
      ...checkpointLines(folder, used, refused),
      sound
        ? 'Nothing was altered.'
        : 'The audit was altered. Keep the database and the checkpoints as they are, and tell whoever answers for them.',
    ],
  }
}

function linesOf({ chain, position, faults, clock }: ChainReport): readonly string[] {
  return [
    `${chain}: ${position.toLocaleString('en')} rows, ${faults.length === 0 ? 'as they were written' : 'not as they were written'}`,
    ...faults.slice(0, most).map((fault) => `  ${sentenceOf(fault)}`),
    ...more(faults.length),
    ...(clock === null ? [] : [`  ${clockSentence(clock)}`]),
  ]
}

/** A note, and no fault. */
function clockSentence({ steps, first, longest }: ClockSteps): string {
  const minutes = Math.ceil(longest / 60_000).toLocaleString('en')
  const times = steps === 1 ? 'once' : `${steps.toLocaleString('en')} times`
  return `The clock went back ${times}, by ${minutes} minutes at most, first before row ${first.toLocaleString('en')}: a note, no tampering. The order is that of writing.`
}

function more(count: number): readonly string[] {
  return count > most ? [`  and ${(count - most).toLocaleString('en')} more`] : []
}

function sentenceOf(fault: FoundFault): string {
  switch (fault.kind) {
    case 'missing-links':
      return `Rows ${String(fault.from)} to ${String(fault.to)} are not there: they were deleted.`
    case 'missing-row':
      return `Row ${String(fault.position)} is not there: it was deleted.`
    case 'altered':
      return `Row ${String(fault.position)} (number ${fault.seq ?? '?'}) is not what it was, or the one before it: it was changed, moved or put in.`
    case 'rewritten':
      return `A checkpoint says that row ${String(fault.position)} was another: everything up to it may have been written anew.`
    case 'cut':
      return `The chain ends at row ${String(fault.position)}, and a checkpoint knows row ${String(fault.expected)}: its end was cut off.`
  }
}

function checkpointLines(folder: string | undefined, used: number, refused: number): readonly string[] {
  if (folder === undefined)
    return [
      'No checkpoints were looked at: an end cut off, or a chain written anew as a whole, would not show.',
    ]
  return [
    `${used.toLocaleString('en')} checkpoints were looked at.`,
    ...(refused === 0
      ? []
      : [`${refused.toLocaleString('en')} more are not ours, not rightly signed, or cannot be read.`]),
  ]
}

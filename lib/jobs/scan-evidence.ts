import 'server-only'
import { hasScanner, isScannerThere, scan } from '@/lib/adapters/clamd'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { storeScan, waitingFiles, waitingPiece } from '@/lib/commands/evidence/waiting-scans'
import { openWaitingFile } from '@/lib/queries/open-waiting-file'
import type { WaitingFile } from '@/lib/queries/open-waiting-file'

const atOnce = 20

/** Files of which the scanner could say nothing, and when this process tries again: each try is a row of the audit. */
const putOff = new Map<string, number>()
const untilAgain = 60 * 60_000

/**
 * Has the scanner look at files that it has not looked at yet, and gives how many it has an answer for. Opens none while it does not answer. One that
 * goes wrong, however it does, waits and holds up no other.
 */
export async function scanEvidence(): Promise<number> {
  if (!hasScanner() || !(await isScannerThere())) return 0
  const at = now().getTime()
  const except = [...putOff].filter(([, until]) => until > at).map(([id]) => id)
  let answered = 0
  for (const file of await waitingFiles(except, atOnce)) if (await look(file, at)) answered += 1
  return answered
}

async function look(file: WaitingFile, at: number): Promise<boolean> {
  // First, so that whatever goes wrong is not tried again at once.
  putOff.set(file.id, at + untilAgain)
  try {
    const said = await scan(openWaitingFile(file, waitingPiece))
    if (said === 'unscanned') return false
    await storeScan(file.id, said)
  } catch (error) {
    log('error', { event: 'file-not-scanned', code: error instanceof Error ? error.name : 'unknown' })
    return false
  }
  putOff.delete(file.id)
  return true
}

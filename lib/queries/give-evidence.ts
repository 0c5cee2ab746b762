import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Evidence } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import { fileKind } from '@/lib/domain/evidence/file-kind'
import { mostBytes } from '@/lib/domain/evidence/limits'
import { hasPlainCopy, plainCopy } from '@/lib/domain/evidence/plain/plain-copy'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import type { SealedFile } from '@/lib/sealing/evidence-box'
import { openPiece } from '@/lib/sealing/evidence-piece'
import { openBox } from '@/lib/sealing/open'
import { findBoxes } from './find-boxes'
import { noteOpening, orNoteRefusal } from './note-opening'
import { openFile, scanOf } from './open-evidence'

/** A file on its way to a member of staff. */
export interface GivenFile {
  /** By the case and its place in it: nothing that somebody typed. */
  readonly name: string
  readonly bytes: number
  readonly body: AsyncGenerator<Uint8Array>
}

/**
 * Gives a file of a case as it was sent, to whoever may open the case and has said why: a row of the audit of its own, committed before its key
 * is touched, and then piece by piece. DomainErrors as `openSubmission`, `not-found` also where there is no such file, `forbidden` where a
 * scanner found something in it, and `unreadable`.
 */
export async function giveEvidence(
  actor: Actor,
  reference: string,
  id: string,
  reason: OpeningReason,
): Promise<GivenFile> {
  const { file, name, ending, body } = await openGiven('evidence-given', actor, reference, id, reason)
  return { name: `${name}.${ending}`, bytes: file.bytes, body }
}

/**
 * Gives a copy of a picture without what was written beside it, as where and when it was taken: a row of its own kind, also where no copy can be
 * made (`no-copy`), because the file was opened for it. What was sent stays as it is.
 */
export async function givePlainCopy(
  actor: Actor,
  reference: string,
  id: string,
  reason: OpeningReason,
): Promise<GivenFile> {
  const { file, name, ending, body } = await openGiven('evidence-copied', actor, reference, id, reason)
  const parts = hasPlainCopy(file.kind) ? plainCopy(file.kind, await wholeOf(file, body)) : null
  if (parts === null) throw new DomainError('no-copy')
  const bytes = parts.reduce((sum, { length }) => sum + length, 0)
  return { name: `${name}-copy.${ending}`, bytes, body: oneByOne(parts) }
}

/** A file that is opened, by a name of ours without its ending. */
interface OpenedToGive {
  readonly file: SealedFile
  readonly name: string
  readonly ending: string
  readonly body: AsyncGenerator<Uint8Array>
}

function openGiven(
  action: 'evidence-given' | 'evidence-copied',
  ...[actor, reference, id, reason]: Parameters<typeof giveEvidence>
): Promise<OpenedToGive> {
  return orNoteRefusal(actor, reference, async () => {
    const { row, box, place } = await asActor(actor, async (tx) => {
      const found = await noteOpening(tx, actor, reference, reason)
      const row = await findFile(tx, found.submissionId, id)
      const about = { actorId: actor.id, role: actor.role, caseId: found.id, reference }
      await appendAudit(tx, { ...about, action, detail: { file: id } })
      const box = (await findBoxes(tx, [row.boxId ?? ''])).get(row.boxId ?? '')
      return { row, box, place: await placeOf(tx, row) }
    })
    const file = box === undefined ? null : await openFile(row, box, openBox)
    if (file === null) throw new DomainError('unreadable')
    return {
      file,
      name: `${reference}-file-${String(place)}`,
      ending: fileKind(file.kind)?.ending ?? 'bin',
      body: bodyOf(actor, id, file),
    }
  })
}

async function findFile(tx: Transaction, submissionId: string, id: string): Promise<Evidence> {
  const row = isUuid(id) ? await tx.evidence.findFirst({ where: { id, submissionId } }) : null
  if (row === null) throw new DomainError('not-found')
  if (scanOf(row.scan) === 'found') throw new DomainError('forbidden')
  return row
}

/** Which of the case's files it is, counted as its page counts them. */
async function placeOf(tx: Transaction, { id, submissionId }: Evidence): Promise<number> {
  const rows = await tx.evidence.findMany({
    where: { submissionId },
    select: { id: true },
    orderBy: [{ arrivedAt: 'asc' }, { begunAt: 'asc' }, { id: 'asc' }],
  })
  return rows.findIndex((row) => row.id === id) + 1
}

/** Each piece is asked for as the actor, so that a case that is taken from them meanwhile is not given to its end. */
async function* bodyOf(actor: Actor, evidenceId: string, file: SealedFile): AsyncGenerator<Uint8Array> {
  const key = Buffer.from(file.key, 'base64')
  for (let place = 0; place < file.pieces; place += 1) {
    const piece = await asActor(actor, (tx) =>
      tx.evidencePiece.findUnique({ where: { evidenceId_place: { evidenceId, place } } }),
    )
    if (piece === null) throw new CannotOpenError()
    yield await openPiece({ fileId: evidenceId, at: place }, piece.ciphertext, key)
  }
}

/** All of a file at once: none is larger than what is taken. */
async function wholeOf({ bytes }: SealedFile, body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = new Uint8Array(Math.min(bytes, mostBytes))
  let filled = 0
  for await (const piece of body) {
    if (filled + piece.length > whole.length) throw new CannotOpenError()
    whole.set(piece, filled)
    filled += piece.length
  }
  return whole.subarray(0, filled)
}

// eslint-disable-next-line @typescript-eslint/require-await -- they are here, and are given as what comes from afar is
async function* oneByOne(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

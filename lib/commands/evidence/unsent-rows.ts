import 'server-only'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { publicDb } from '@/lib/db/client'
import type { ScanResult } from '@/lib/domain/evidence/file-problem'

/** A file that is not sent, as the database finds it: by the lookup of its draft and its own id. */
export interface UnsentFile {
  readonly lookup: Uint8Array
  readonly id: string
}

interface Outcome<T extends string> {
  readonly outcome: T
}

const most = () => env().EVIDENCE_UNSENT_MB * 1024 * 1024

/** Makes room for a file. */
export async function beginFile({ lookup, id }: UnsentFile): Promise<'begun' | 'busy' | 'too-many' | 'gone'> {
  const [row] = await publicDb().$queryRaw<Outcome<'begun' | 'busy' | 'too-many' | 'gone'>[]>`
    select evidence_begin(${lookup}::bytea, ${id}::uuid, ${most()}::bigint, ${now()}::timestamptz) as outcome`
  return row?.outcome ?? 'gone'
}

/** Keeps the next piece, sealed. `moved`: another piece is next by now. */
export async function addPiece(
  { lookup, id }: UnsentFile,
  piece: { readonly place: number; readonly bytes: number; readonly ciphertext: Uint8Array },
): Promise<'added' | 'moved' | 'too-large' | 'busy' | 'gone'> {
  const { place, bytes, ciphertext } = piece
  const [row] = await publicDb().$queryRaw<Outcome<'added' | 'moved' | 'too-large' | 'busy' | 'gone'>[]>`
    select evidence_add(${lookup}::bytea, ${id}::uuid, ${place}::integer, ${bytes}::integer, ${ciphertext}::bytea,
      ${most()}::bigint) as outcome`
  return row?.outcome ?? 'gone'
}

/** How far a file has come; null where it is not there. */
export async function stateOfFile({
  lookup,
  id,
}: UnsentFile): Promise<{ readonly bytes: number; readonly pieces: number } | null> {
  const [row] = await publicDb().$queryRaw<{ bytes: number; pieces: number }[]>`
    select bytes, pieces from evidence_state(${lookup}::bytea, ${id}::uuid)`
  return row ?? null
}

/** A sealed piece; null where it is not there. */
export async function unsentPiece({ lookup, id }: UnsentFile, place: number): Promise<Uint8Array | null> {
  const [row] = await publicDb().$queryRaw<{ piece: Uint8Array | null }[]>`
    select evidence_unsent_piece(${lookup}::bytea, ${id}::uuid, ${place}::integer) as piece`
  return row?.piece ?? null
}

/** Keeps what a scanner said. */
export async function noteUnsentScan({ lookup, id }: UnsentFile, scan: ScanResult): Promise<void> {
  await publicDb().$queryRaw`
    select evidence_note_scan(${lookup}::bytea, ${id}::uuid, ${scan}, ${now()}::timestamptz)::text`
}

/** Takes files of a draft away for good; all of them where no ids are given. */
export async function forgetFiles(lookup: Uint8Array, ids: readonly string[] | null): Promise<void> {
  await publicDb().$queryRaw`select evidence_forget(${lookup}::bytea, ${ids}::uuid[])::text`
}

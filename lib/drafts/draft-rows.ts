import 'server-only'
import { now } from '@/lib/adapters/clock'
import { db } from '@/lib/db/client'

const LIFE = 24 * 60 * 60 * 1000

export interface DraftRow {
  readonly revision: number
  readonly ciphertext: Uint8Array
}

/** When a draft written now goes: 24 hours after its last change. */
export function expiry(): Date {
  return new Date(now().getTime() + LIFE)
}

/** The row, unless there is none or its time is up. */
export async function findRow(lookup: Uint8Array): Promise<DraftRow | null> {
  const rows = await db().$queryRaw<DraftRow[]>`
    select revision, ciphertext from draft_read(${lookup}::bytea, ${now()}::timestamptz)`
  return rows[0] ?? null
}

/** A new row at revision 1. A few rows whose time is up go at the same time. */
export async function insertRow(lookup: Uint8Array, ciphertext: Uint8Array): Promise<void> {
  await db().$queryRaw`
    select draft_create(${lookup}::bytea, ${ciphertext}::bytea, ${expiry()}::timestamptz, ${now()}::timestamptz)::text`
}

/** Replaces the row if it still has `revision`, and says whether it did. */
export async function replaceRow(
  lookup: Uint8Array,
  revision: number,
  ciphertext: Uint8Array,
): Promise<boolean> {
  const rows = await db().$queryRaw<{ replaced: boolean }[]>`
    select draft_replace(${lookup}::bytea, ${revision}::integer, ${ciphertext}::bytea, ${expiry()}::timestamptz) as replaced`
  return rows[0]?.replaced === true
}

/** Takes the row away for good. */
export async function deleteRow(lookup: Uint8Array): Promise<void> {
  await db().$queryRaw`select draft_delete(${lookup}::bytea)::text`
}

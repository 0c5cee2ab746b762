import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb, publicDb } from '@/lib/db/client'
import type { DraftSlot } from './draft'

const LIFE = 24 * 60 * 60 * 1000

export interface DraftRow {
  readonly revision: number
  readonly ciphertext: Uint8Array
}

/** When a draft written now goes: 24 hours after its last change. */
export function expiry(): Date {
  return new Date(now().getTime() + LIFE)
}

/** What is written for somebody at the desk is stored by the desk's own role. */
function roleFor(slot: DraftSlot) {
  return slot === 'public' ? publicDb() : deskDb()
}

/** The row, unless there is none or its time is up. */
export async function findRow(slot: DraftSlot, lookup: Uint8Array): Promise<DraftRow | null> {
  const rows = await roleFor(slot).$queryRaw<DraftRow[]>`
    select revision, ciphertext from draft_read(${lookup}::bytea, ${now()}::timestamptz)`
  return rows[0] ?? null
}

/** A new row at revision 1. A few rows whose time is up go at the same time. */
export async function insertRow(slot: DraftSlot, lookup: Uint8Array, ciphertext: Uint8Array): Promise<void> {
  await roleFor(slot).$queryRaw`
    select draft_create(${lookup}::bytea, ${ciphertext}::bytea, ${expiry()}::timestamptz, ${now()}::timestamptz)::text`
}

/** Replaces the row if it still has `revision`, and says whether it did. */
export async function replaceRow(
  slot: DraftSlot,
  lookup: Uint8Array,
  revision: number,
  ciphertext: Uint8Array,
): Promise<boolean> {
  const rows = await roleFor(slot).$queryRaw<{ replaced: boolean }[]>`
    select draft_replace(${lookup}::bytea, ${revision}::integer, ${ciphertext}::bytea, ${expiry()}::timestamptz) as replaced`
  return rows[0]?.replaced === true
}

/** Takes the row away for good. */
export async function deleteRow(slot: DraftSlot, lookup: Uint8Array): Promise<void> {
  await roleFor(slot).$queryRaw`select draft_delete(${lookup}::bytea)::text`
}

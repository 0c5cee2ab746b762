import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { KeyPair, PublicKey } from '@/lib/sealing/key-ring'
import { rewrap } from '@/lib/sealing/rewrap'

/** What is wrapped anew. */
export interface Rewrapping {
  /** Any of them opens the data keys. */
  readonly from: readonly KeyPair[]
  readonly to: PublicKey
  /** Ids of keys whose wraps go, in the same transaction in which the new one comes. */
  readonly drop: readonly string[]
}

export interface Rewrapped {
  readonly done: number
  /** Boxes whose data key none of `from` opened: they keep the wraps they have. */
  readonly unreadable: number
}

/** How many boxes there are to do, and how many are done. */
export type Progress = (done: number, all: number) => void

const batch = 200
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Gives every box that one of `from` opens a wrap for `to`, and takes those of `drop` away, some hundreds at a time. Each batch is one
 * transaction, so that a box can be opened at every moment and whoever stops it half-way can run it again. Ends when
 * a whole pass finds nothing more, because boxes arrive meanwhile.
 */
export async function rewrapAll(plan: Rewrapping, progress: Progress): Promise<Rewrapped> {
  const all = await countToDo(plan)
  let done = 0
  for (;;) {
    const pass = await onePass(plan, (more) => {
      done += more
      progress(done, Math.max(all, done))
    })
    if (pass.done === 0) {
      await dropDone(plan)
      return { done, unreadable: pass.unreadable }
    }
  }
}

/** How many boxes have a wrap of one of these keys. */
export async function countWraps(keyIds: readonly string[]): Promise<number> {
  return ownerDb().keyWrap.count({ where: { keyId: { in: [...keyIds] } } })
}

async function onePass(plan: Rewrapping, progress: (more: number) => void): Promise<Rewrapped> {
  let [after, done, unreadable] = [firstId, 0, 0]
  for (;;) {
    const last = after
    const step = await ownerDb().$transaction((tx) => oneBatch(tx, plan, last), { timeout: 120_000 })
    if (step.last === null) return { done, unreadable }
    after = step.last
    done += step.done
    unreadable += step.unreadable
    progress(step.done)
  }
}

async function oneBatch(tx: Transaction, plan: Rewrapping, after: string) {
  const ids = await lockBatch(tx, plan, after)
  const boxes = await tx.sealedBox.findMany({ where: { id: { in: ids } }, include: { wraps: true } })
  const force = currentForce().id
  const made = await Promise.all(
    boxes.map(async (box) => ({ boxId: box.id, wrap: await rewrap(plan.from, force, box, plan.to) })),
  )
  const wraps = made.flatMap(({ boxId, wrap }) =>
    wrap === null ? [] : [{ boxId, keyId: wrap.keyId, wrap: new Uint8Array(wrap.wrap) }],
  )
  await tx.keyWrap.createMany({ data: wraps, skipDuplicates: true })
  await tx.keyWrap.deleteMany({
    where: { boxId: { in: wraps.map(({ boxId }) => boxId) }, keyId: { in: [...plan.drop] } },
  })
  return { last: ids.at(-1) ?? null, done: wraps.length, unreadable: boxes.length - wraps.length }
}

/** The next boxes to do, their wraps held: an erasure of one of them waits, and one that was first leaves nothing to do. */
async function lockBatch(tx: Transaction, { from, to }: Rewrapping, after: string): Promise<string[]> {
  const ids = from.map(({ id }) => id)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT w.box_id::text AS id FROM key_wrap w
     WHERE w.key_id = ANY(${ids}::text[]) AND w.box_id > ${after}::uuid
       AND NOT EXISTS (SELECT FROM key_wrap n WHERE n.box_id = w.box_id AND n.key_id = ${to.id})
     ORDER BY w.box_id LIMIT ${batch} FOR UPDATE OF w`
  return [...new Set(rows.map(({ id }) => id))]
}

async function countToDo({ from, to }: Rewrapping): Promise<number> {
  const ids = from.map(({ id }) => id)
  const [row] = await ownerDb().$queryRaw<[{ boxes: number }]>`
    SELECT count(DISTINCT w.box_id)::integer AS boxes FROM key_wrap w
     WHERE w.key_id = ANY(${ids}::text[])
       AND NOT EXISTS (SELECT FROM key_wrap n WHERE n.box_id = w.box_id AND n.key_id = ${to.id})`
  return row.boxes
}

/** Wraps that go, of boxes that had the new one already. */
async function dropDone({ to, drop }: Rewrapping): Promise<void> {
  await ownerDb().$executeRaw`
    DELETE FROM key_wrap o WHERE o.key_id = ANY(${[...drop]}::text[]) AND o.key_id <> ${to.id}
       AND EXISTS (SELECT FROM key_wrap n WHERE n.box_id = o.box_id AND n.key_id = ${to.id})`
}

import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { keyedHash } from './keyed-hash'
import { delayAfter, delays, throttle } from './throttle'

/** A place in the line of those who try: how long to wait, in milliseconds, before the try may be looked at. */
export interface Place {
  readonly bucket: Uint8Array<ArrayBuffer>
  readonly wait: number
}

/**
 * Takes the next place in the line of one account (or of what might be one: `email` need not be anybody's), or of one known
 * browser and that account. One statement, so that tries sent all at once stand one after the other. Null when the line is
 * too long; nothing is counted then.
 */
export async function reserveTry(email: string, browser: string | null): Promise<Place | null> {
  const at = now()
  const bucket = keyedHash('throttle', email, ...(browser === null ? [] : [browser]))
  const rows = await deskDb().$queryRaw<{ tries: number; free_at: Date }[]>`
    INSERT INTO sign_in_throttle AS t (bucket, tries, free_at, seen_at) VALUES (${bucket}, 1, ${at}, ${at})
    ON CONFLICT (bucket) DO UPDATE SET
      tries = CASE WHEN t.seen_at < ${before(at, throttle.forgetAfter)} THEN 1 ELSE t.tries + 1 END,
      free_at = GREATEST(t.free_at, ${at}) + interval '1 millisecond' * (${[...delays]}::int[])[
        CASE WHEN t.seen_at < ${before(at, throttle.forgetAfter)} THEN 1 ELSE LEAST(t.tries + 1, ${delays.length}::int) END],
      seen_at = ${at}
    WHERE t.free_at <= ${before(at, -throttle.line)}
    RETURNING tries, free_at`
  const row = rows[0]
  if (row === undefined) return null
  if (row.tries === 1) await forgetOld(at)
  return { bucket, wait: Math.max(0, row.free_at.getTime() - delayAfter(row.tries) - at.getTime()) }
}

/** Forgets the tries of a line whose last one was right. */
export async function forgetTries({ bucket }: Place): Promise<void> {
  await deskDb().signInThrottle.deleteMany({ where: { bucket } })
}

/** Forgets a few lines nobody stood in for a day: more than the one that begins, so that they never pile up. */
async function forgetOld(at: Date): Promise<void> {
  await deskDb().$executeRaw`
    DELETE FROM sign_in_throttle WHERE bucket IN (
      SELECT bucket FROM sign_in_throttle WHERE seen_at < ${before(at, 86_400_000)}
       ORDER BY seen_at LIMIT 10 FOR UPDATE SKIP LOCKED)`
}

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds)
}

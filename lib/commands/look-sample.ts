import 'server-only'
import { createHmac } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { drawSample, sampleSize } from '@/lib/domain/looking/sample'
import type { View, Week } from '@/lib/domain/looking/sample'

/** The Mondays, from one on (`YYYY-MM-DD`), of the weeks that have a sample. For the job that draws them. */
export async function sampledWeeks(from: string): Promise<ReadonlySet<string>> {
  const rows = await deskDb().$queryRaw<{ week: string }[]>`
    SELECT week::text FROM sampled_weeks(${from}::date)`
  return new Set(rows.map(({ week }) => week))
}

/**
 * Draws the sample of a week by a seed and keeps it, once, with a row of the audit that has the seed: whoever has the log can draw it
 * again. Gives how many looks are in it; none where the week has one, or nobody looked. For the job.
 */
export async function drawWeek({ monday, from, to }: Week, seed: string): Promise<number> {
  const views = await deskDb().$queryRaw<View[]>`
    SELECT seq::text, actor_id::text AS "actorId" FROM views_between(${from}::timestamptz, ${to}::timestamptz)`
  if (views.length === 0) return 0
  const drawn = drawSample(views, (text) => createHmac('sha256', seed).update(text).digest('hex'))
  const detail = JSON.stringify({ of: views.length, size: sampleSize(views.length), seed })
  const [row] = await deskDb().$queryRaw<{ drawn: number }[]>`
    SELECT store_look_sample(${monday}::date, ${drawn.map(({ seq }) => seq)}::bigint[], ${detail}::jsonb, ${now()}::timestamptz) AS drawn`
  return row?.drawn ?? 0
}

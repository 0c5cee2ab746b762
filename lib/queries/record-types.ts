import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { firstEdition } from '@/lib/domain/records/first-edition'
import { subjectDataRules } from '@/lib/domain/records/record-type'
import type { RecordType } from '@/lib/domain/records/record-type'
import type { Actor } from '@/lib/domain/policy'
import { submissionKinds } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'

/** A version with who proposed and decided it, when and why. */
export interface TypeVersion extends RecordType {
  /** Why it was changed; null of the force's own first edition. */
  readonly reason: string | null
  readonly proposedAt: Date
  readonly proposedBy: { readonly id: string; readonly name: string } | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

const words = z.record(z.string(), z.string())
const day = (date: Date) => date.toISOString().slice(0, 10)

/** Every version of every ending of the force, the first first. Where there is none yet, the force's own data become the first. */
export async function recordTypes(actor: Actor): Promise<readonly TypeVersion[]> {
  return asActor(actor, async (tx) => {
    const found = await versionsIn(tx)
    if (found.length > 0) return found
    await tx.$queryRaw`SELECT begin_record_types(${firstRows()}::jsonb, ${now()}::timestamptz)`
    return versionsIn(tx)
  })
}

/** What each ending is called in its latest version that has begun, by its id; that of `ownId` as it is called there. */
export async function recordTypeNames(
  actor: Actor,
  ownId: string | null = null,
): Promise<ReadonlyMap<string, string>> {
  const versions = await recordTypes(actor)
  const begun = versions.filter(({ approved, from }) => approved === true && from <= today())
  const own = versions.filter(({ id }) => id === ownId)
  return new Map([...begun, ...own].map((one) => [one.disposition, one.labels.en ?? one.disposition]))
}

async function versionsIn(tx: Transaction): Promise<readonly TypeVersion[]> {
  const rows = await tx.recordType.findMany({
    where: { force: currentForce().id },
    include: {
      proposedBy: { select: { id: true, name: true } },
      decidedBy: { select: { name: true } },
    },
    orderBy: [{ position: 'asc' }, { disposition: 'asc' }, { fromDay: 'asc' }, { proposedAt: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    disposition: row.disposition,
    position: row.position,
    labels: words.parse(row.labels),
    hints: words.parse(row.hints),
    kinds: submissionKinds.filter((kind) => row.kinds.includes(kind)),
    supervisorOnly: row.supervisorOnly,
    asksReason: row.asksReason,
    asksReview: row.asksReview,
    subjectData: z.enum(subjectDataRules).parse(row.subjectData),
    from: day(row.fromDay),
    until: row.untilDay === null ? null : day(row.untilDay),
    approved: row.approved,
    reason: row.reason === '' ? null : row.reason,
    proposedAt: row.proposedAt,
    proposedBy: row.proposedBy,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy?.name ?? null,
  }))
}

/** The force's own endings as rows. */
function firstRows(): string {
  const t = translator('en')
  const hintOf = (key: string) => (t.has(key) ? t(key) : null)
  const edition = firstEdition(currentForce().dispositions, (id) => ({
    label: t(`staff.disposition.${id}`),
    hint: hintOf(`staff.recordType.firstHint.${id}`),
  }))
  return JSON.stringify(
    edition.map(({ supervisorOnly, asksReason, asksReview, subjectData, from, until, ...same }) => ({
      ...same,
      ...{ supervisor_only: supervisorOnly, asks_reason: asksReason, asks_review: asksReview },
      ...{ subject_data: subjectData, from_day: from, until_day: until, reason: '' },
    })),
  )
}

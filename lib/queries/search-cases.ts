import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { detectKind, indexTerm } from '@/lib/domain/index-term'
import type { IndexKind } from '@/lib/domain/index-term'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { blindHash, blindTerm, indexKeys } from '@/lib/sealing/blind-index'
import { findBoxes } from './find-boxes'
import { hasIdentifier } from './open-identifiers'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

/** So many cases are looked through and shown, the newest. */
const mostFound = 50

/** What is searched for. `auto`: what it is shows in how it is written. */
interface Search {
  readonly kind: IndexKind | 'auto'
  readonly text: string
}

/**
 * What a search came to: a reference to go to, which says nothing of there being such a case; references of cases, and whether there
 * are more; or that the text is nothing that can be searched for.
 */
export type SearchResult =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: IndexKind; readonly references: readonly string[]; readonly more: boolean }
  | { readonly kind: 'unknown' }

type Asked =
  | { readonly kind: 'reference'; readonly normal: string }
  | { readonly kind: IndexKind; readonly normal: string }
  | { readonly kind: 'unknown' }

interface Candidate {
  readonly reference: string
  readonly boxId: string
  /** Of the plan that holds; null where that is what was sent. */
  readonly planBoxId: string | null
  readonly total: number
}

/**
 * Finds cases by their reference, or by what the reporter gave of themselves, among those `actor` may open. The audit has a row of it
 * before anything is opened: what kind it was, how many the index gave, and whether it was their own or a colleague's; never what
 * was typed. Sealed cases are found by their reference alone. What is opened then, to be sure of each, is shown to nobody. DomainError: `forbidden` for a role that may not search.
 */
export async function searchCases(actor: Actor, search: Search, size = mostFound): Promise<SearchResult> {
  if (!mayEnter(actor.role, 'search')) {
    await noteNoEntry(actor, 'search')
    throw new DomainError('forbidden')
  }
  const asked = askedFor(search)
  const [terms, hashes] = [await termsFor(asked), await hashesFor(asked)]
  const candidates = await asActor(actor, async (tx) => {
    const found = await findCandidates(tx, actor, asked, terms, size)
    await note(tx, actor, { asked, hashes }, found[0]?.total ?? 0)
    return found
  })
  if (asked.kind === 'unknown') return { kind: 'unknown' }
  if (asked.kind === 'reference') return { kind: 'reference', reference: asked.normal }
  const more = (candidates[0]?.total ?? 0) > candidates.length
  return { kind: asked.kind, references: await confirmed(actor, asked.kind, asked.normal, candidates), more }
}

function askedFor({ kind, text }: Search): Asked {
  const reference = kind === 'auto' ? parseReference(text) : null
  if (reference !== null) return { kind: 'reference', normal: reference }
  const likely = kind === 'auto' ? detectKind(text) : kind
  const normal = likely === null ? null : indexTerm(likely, text)
  return likely === null || normal === null ? { kind: 'unknown' } : { kind: likely, normal }
}

/** Under the key of today and, while the index is made anew, the one of before. */
async function termsFor(asked: Asked): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  if (asked.kind === 'unknown' || asked.kind === 'reference') return []
  const { kind, normal } = asked
  const terms = await Promise.all(indexKeys(env().KEY_DIR).map((key) => blindTerm(key, kind, normal)))
  return terms.map((term) => new Uint8Array(term))
}

/** Whole, as links are declared, under each key a link may lie under. */
async function hashesFor(asked: Asked): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  if (asked.kind === 'unknown' || asked.kind === 'reference') return []
  const kind = asked.kind === 'postcode' ? 'declared-postcode' : asked.kind
  return Promise.all(indexKeys(env().KEY_DIR).map((key) => blindHash(key, kind, asked.normal)))
}

/** The same query whether there is such a case or not, and whosever it is. */
async function findCandidates(
  tx: Transaction,
  actor: Actor,
  asked: Asked,
  terms: readonly Uint8Array<ArrayBuffer>[],
  size: number,
): Promise<readonly Candidate[]> {
  const isReference = asked.kind === 'reference'
  const visible = visibleCases(actor, isReference ? 'see-headline' : 'open', policyContext())
  return isReference
    ? tx.$queryRaw<Candidate[]>`
        SELECT c.reference, s.box_id::text AS "boxId", NULL AS "planBoxId", 1 AS total
          FROM "case" c JOIN submission s ON s.id = c.submission_id
         WHERE c.reference = ${asked.normal} AND c.force = ${currentForce().id} AND ${visible}`
    : tx.$queryRaw<Candidate[]>`
        SELECT c.reference, s.box_id::text AS "boxId", p.box_id::text AS "planBoxId", (count(*) OVER ())::integer AS total
          FROM "case" c JOIN submission s ON s.id = c.submission_id
          LEFT JOIN contact_plan p ON p.submission_id = c.submission_id AND p.version = c.plan_version
         WHERE c.id IN (SELECT i.case_id FROM case_index i WHERE i.kind = ${asked.kind} AND i.term = ANY(${terms}))
           AND c.force = ${currentForce().id} AND NOT c.restricted AND ${visible}
         ORDER BY c.received_at DESC, c.reference LIMIT ${size}`
}

/** What was asked, and its whole hashes as staff declare their own. */
interface Noted {
  readonly asked: Asked
  readonly hashes: readonly Uint8Array<ArrayBuffer>[]
}

async function note(tx: Transaction, actor: Actor, noted: Noted, hits: number): Promise<void> {
  const detail = { kind: noted.asked.kind, hits, ...(await whose(tx, actor, noted)) }
  await appendAudit(tx, { actorId: actor.id, role: actor.role, action: 'searched', detail })
}

/**
 * Whether it is of somebody who works here, by the names and addresses of accounts and by what each declared of themselves: looked at for
 * every search, so that none takes longer for it.
 */
async function whose(tx: Transaction, actor: Actor, { asked, hashes }: Noted) {
  const [declared] = await tx.$queryRaw<{ own: boolean; colleague: boolean }[]>`
    SELECT own, colleague FROM whose_term(${asked.kind}, ${hashes}::bytea[])`
  const accounts = await tx.account.findMany({ select: { id: true, name: true, email: true } })
  const same = accounts.filter(
    ({ name, email }) =>
      (asked.kind === 'surname' && indexTerm('surname', name) === asked.normal) ||
      (asked.kind === 'email' && indexTerm('email', email) === asked.normal),
  )
  return {
    own: declared?.own === true || same.some(({ id }) => id === actor.id),
    colleague: declared?.colleague === true || same.some(({ id }) => id !== actor.id),
  }
}

/** Those that have the very identifier. The index gives others too, now and then: it keeps a part of each hash. */
async function confirmed(
  actor: Actor,
  kind: IndexKind,
  normal: string,
  candidates: readonly Candidate[],
): Promise<readonly string[]> {
  const boxes = await asActor(actor, (tx) =>
    findBoxes(
      tx,
      candidates.flatMap(({ boxId, planBoxId }) => (planBoxId === null ? [boxId] : [boxId, planBoxId])),
    ),
  )
  const sure = await Promise.all(
    candidates.map(async ({ reference, boxId, planBoxId }) => {
      const box = boxes.get(boxId)
      const plan = planBoxId === null ? null : boxes.get(planBoxId)
      // Somebody else acted on it in the moment since.
      if (box === undefined || plan === undefined) return []
      return (await hasIdentifier({ box, plan }, kind, normal)) ? [reference] : []
    }),
  )
  return sure.flat()
}

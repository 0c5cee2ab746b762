import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { escalationRules } from '@/lib/domain/clocks/escalation-rules'
import type { EscalationRuleId } from '@/lib/domain/clocks/escalation-rules'
import type { Actor } from '@/lib/domain/policy'
import { controlRoomUntold, isDanger } from './merged-cases'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

const ids = escalationRules.map(({ id }) => id)
const time = z.string().transform((text) => new Date(text))
const person = z.object({ id: z.string(), name: z.string() }).nullable()
const answer = z.object({
  cases: z.number(),
  page: z.number(),
  pages: z.number(),
  rows: z.array(
    z.object({
      reference: z.string(),
      version: z.number(),
      facts: z.object({
        district: z.string().nullable(),
        holder: person,
        asked: person,
        untold: z.boolean(),
      }),
      told: z.array(
        z.object({
          rule: z.enum(ids as [EscalationRuleId, ...EscalationRuleId[]]),
          raisedAt: time,
          forAnother: z.boolean(),
        }),
      ),
    }),
  ),
})

/** What a supervisor has to see to: of how many cases, and a page of it. */
export type OpenEscalations = z.infer<typeof answer>

const perPage = 10
const none: OpenEscalations = { cases: 0, page: 1, pages: 1, rows: [] }

/** Somebody by their account's id. */
const named = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT json_build_object('id', a.id, 'name', a.name) FROM account a WHERE a.id = ${id})`

/** What is told of a case of the page: of the control room only what whoever may open it sees in the queue as well. */
const factsFor = (actor: Actor) => Prisma.sql`(
  SELECT json_build_object('district', c.district, 'holder', ${named(Prisma.sql`c.assignee_id`)},
           'asked', ${named(Prisma.sql`c.offered_to_id`)},
           'untold', coalesce(${visibleCases(actor, 'open', policyContext())}, false)
                     AND (${isDanger} OR ${controlRoomUntold.own} OR ${controlRoomUntold.merged}))
    FROM "case" c WHERE c.id = page.id)`

/**
 * The cases supervisors were told of and nobody has settled, each once with all it was told for: by their most urgent rule, then the oldest first. One page,
 * the last where there are not so many. Nothing for any other role.
 */
export async function openEscalations(actor: Actor, wanted = 1): Promise<OpenEscalations> {
  if (actor.role !== 'supervisor') return none
  const query = Prisma.sql`
    WITH open AS (
      SELECT c.id, c.reference, c.version, e.rule, e.raised_at, is_for_another(c.id, e.rule) AS for_another, array_position(${ids}::text[], e.rule) AS rank
        FROM escalation e JOIN "case" c ON c.id = e.case_id
       WHERE e.settled_at IS NULL AND e.rule = ANY(${ids}::text[]) AND c.force = ${currentForce().id}
         AND ${visibleCases(actor, 'review', policyContext())}
    ), told AS (
      SELECT id, reference, version, min(rank) AS rank, min(raised_at) AS since,
             json_agg(json_build_object('rule', rule, 'raisedAt', raised_at, 'forAnother', for_another) ORDER BY rank) AS told
        FROM open GROUP BY id, reference, version
    ), paged AS (
      SELECT cases, pages, least(${wanted}::integer, pages) AS page
        FROM (SELECT count(*) AS cases, greatest(1, ceil(count(*) / ${perPage}::numeric)::integer) AS pages FROM told) p
    ), page AS (
      SELECT * FROM told ORDER BY rank, since, reference
       LIMIT ${perPage} OFFSET (SELECT (page - 1) * ${perPage}::integer FROM paged)
    )
    SELECT json_build_object(
      'cases', (SELECT cases FROM paged), 'page', (SELECT page FROM paged), 'pages', (SELECT pages FROM paged),
      'rows', coalesce((SELECT json_agg(json_build_object(
        'reference', reference, 'version', version, 'facts', ${factsFor(actor)}, 'told', told
      ) ORDER BY rank, since, reference) FROM page), '[]')
    ) AS answer`
  const [row] = await asActor(actor, (tx) => tx.$queryRaw<[{ answer: unknown }]>(query))
  return answer.parse(row.answer)
}

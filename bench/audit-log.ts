import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { linkHash, nothingYet } from '../lib/domain/audit-chain.ts'

/** Steps of a seeded row of numbers (mulberry32), each from 0 to below 1: the same log every time. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const actions = [
  'opened',
  'opened',
  'opened',
  'noted',
  'status-set',
  'signed-in',
  'refused',
  'disclosed',
] as const
const casesLooked = 40_000
const people = 400

const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')

/**
 * Fills an empty audit with `rows` rows of imagined staff days and the chain over them, and says how many more there are. Gives the reference
 * of a case that was looked at as often as any.
 */
export async function fillAudit(
  url: string,
  rows: number,
  progress: (more: number) => void,
): Promise<string> {
  const [events, links] = await Promise.all([connect(url), connect(url)])
  // The chain is made here, a hundred times as fast as row by row; the check afterwards shows that it is the same.
  await events.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_linked')
  const next = numbersFrom(20261121)
  const cases = Array.from({ length: casesLooked }, () => randomUUID())
  const actors = Array.from({ length: people }, () => randomUUID())
  const eventStream = events.query(
    copyFrom(
      'COPY audit_event (seq, at, actor_id, role, action, case_id, reference, detail, force) FROM STDIN',
    ),
  )
  const linkStream = links.query(
    copyFrom('COPY audit_link (chain, position, seq, linked_at, hash) FROM STDIN'),
  )
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)]
  const begin = Date.UTC(2024, 0, 1)
  let before = nothingYet.hash
  for (let position = 1; position <= rows;) {
    let [eventText, linkText] = ['', '']
    const begun = position
    for (const end = Math.min(rows, position + 4_999); position <= end; position += 1) {
      const at = begin + position * 9_000
      const about = pick(cases) ?? ''
      const event = [
        String(position),
        String(at),
        pick(actors) ?? null,
        'supervisor',
        pick(actions) ?? 'opened',
        about,
        referenceOf(about),
        '{"reason": "assigned"}',
        'hertfordshire',
      ]
      before = linkHash('desk', { position, linkedAt: String(at) }, before, event, sha256)
      const time = new Date(at).toISOString()
      eventText += `${event.map((value, column) => (column === 1 ? time : (value ?? '\\N'))).join('\t')}\n`
      linkText += `desk\t${String(position)}\t${String(position)}\t${time}\t\\\\x${before}\n`
    }
    if (!eventStream.write(eventText)) await once(eventStream, 'drain')
    if (!linkStream.write(linkText)) await once(linkStream, 'drain')
    progress(position - begun)
  }
  eventStream.end()
  linkStream.end()
  await Promise.all([finished(eventStream), finished(linkStream)])
  await events.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_linked')
  // The numbers were given here: the next row the desk writes must not ask for one of them again.
  await events.query("SELECT setval('audit_event_seq_seq', (SELECT max(seq) FROM audit_event))")
  await events.query('ANALYZE audit_event, audit_link')
  await Promise.all([events.end(), links.end()])
  return referenceOf(cases[0] ?? '')
}

function referenceOf(caseId: string): string {
  return `HC-${caseId.slice(0, 4).toUpperCase()}-${caseId.slice(4, 8).toUpperCase()}`
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

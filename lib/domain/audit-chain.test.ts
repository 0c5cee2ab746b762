import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChain, clockSlack, linkHash, nothingYet } from './audit-chain'
import type { AuditLink, ChainHead } from './audit-chain'

const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')

type Row = readonly (string | null)[]

function chainOf(rows: readonly Row[], from = nothingYet): AuditLink[] {
  let before = from
  return rows.map((event, index) => {
    const place = { position: from.position + index + 1, linkedAt: String(1_770_000_000_000 + index) }
    const hash = linkHash('desk', place, before.hash, event, sha256)
    before = { position: place.position, hash }
    return { ...place, hash, event }
  })
}

function faultsOf(links: readonly AuditLink[], checkpoints: readonly ChainHead[] = []) {
  const check = checkChain('desk', checkpoints, sha256)
  const found = links.flatMap((link) => check.next(link))
  return [...found, ...check.end().faults]
}

const value = fc.option(fc.string({ maxLength: 12 }), { nil: null })
const rows = fc.array(fc.array(value, { minLength: 9, maxLength: 9 }), { minLength: 3, maxLength: 30 })
const at = fc.nat()

/** Checkpoints of what a chain was: its end, and now and then on the way. */
const checkpointsOf = (links: readonly AuditLink[]) =>
  links
    .filter((_, index) => index % 7 === 6 || index === links.length - 1)
    .map(({ position, hash }) => ({ position, hash }))

const renumbered = (links: readonly AuditLink[]) =>
  links.map((link, index) => ({ ...link, position: index + 1 }))

describe('a chain', () => {
  it('that nobody touched has no fault', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const links = chainOf(given)
        expect(faultsOf(links, checkpointsOf(links))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('does not take what is in one field for what is in the next', () => {
    const one = linkHash('desk', { position: 1, linkedAt: '1' }, nothingYet.hash, ['ab', 'c', null], sha256)
    const other = linkHash('desk', { position: 1, linkedAt: '1' }, nothingYet.hash, ['a', 'bc', null], sha256)
    expect(one).not.toBe(other)
    expect(linkHash('desk', { position: 1, linkedAt: '1' }, nothingYet.hash, [''], sha256)).not.toBe(
      linkHash('desk', { position: 1, linkedAt: '1' }, nothingYet.hash, [null], sha256),
    )
  })
})

/** Six kinds of tampering; each gives what it made of a chain, or null where it changes nothing. */
const kinds: readonly [string, (links: readonly AuditLink[], place: number) => readonly AuditLink[]][] = [
  [
    'a row edited',
    (links, place) =>
      links.map((link, index) =>
        index === place
          ? {
              ...link,
              event: (link.event ?? []).map((text, field) => (field === 4 ? `${text ?? ''}x` : text)),
            }
          : link,
      ),
  ],
  [
    'a row deleted',
    (links, place) => links.map((link, index) => (index === place ? { ...link, event: null } : link)),
  ],
  [
    'a link deleted, the rest moved up',
    (links, place) => renumbered(links.filter((_, index) => index !== place)),
  ],
  [
    'a row inserted, the rest moved down',
    (links, place) => {
      const extra = links[place]
      return extra === undefined
        ? links
        : renumbered([...links.slice(0, place), { ...extra, hash: sha256('x') }, ...links.slice(place)])
    },
  ],
  [
    'two rows exchanged',
    (links, place) => {
      const next = (place + 1) % links.length
      return links.map((link, index) => {
        const from = index === place ? next : index === next ? place : index
        return { ...link, event: links[from]?.event ?? null }
      })
    },
  ],
  ['the tail cut', (links, place) => links.slice(0, place)],
  [
    'all rewritten',
    (links, place) =>
      chainOf(
        links.map(({ event }, index) =>
          (event ?? []).map((text, field) => (index === place && field === 2 ? 'nobody' : text)),
        ),
      ),
  ],
]

describe.each(kinds)('%s', (_, tamper) => {
  it('is found', () => {
    fc.assert(
      fc.property(rows, at, (given, where) => {
        const links = chainOf(given)
        const after = tamper(links, where % links.length)
        fc.pre(JSON.stringify(after) !== JSON.stringify(links))
        expect(faultsOf(after, checkpointsOf(links))).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a clock that goes back', () => {
  const times = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 30 })
  const rowsAt = (minutes: readonly number[]): Row[] =>
    minutes.map((minute, index) => [String(index), String(minute * clockSlack), ...Array<null>(7).fill(null)])
  const clockOf = (links: readonly AuditLink[]) => {
    const check = checkChain('desk', [], sha256)
    const faults = links.flatMap((link) => check.next(link))
    return { faults: [...faults, ...check.end().faults], clock: check.end().clock }
  }

  it('is a note with how often, how far and where, and never a fault', () => {
    fc.assert(
      fc.property(times, (minutes) => {
        const back = minutes.map((minute, index) => (minutes[index - 1] ?? 0) - minute)
        const steps = back.filter((by) => by > 1)
        const first = back.findIndex((by) => by > 1) + 1
        const expected =
          steps.length === 0 ? null : { steps: steps.length, first, longest: Math.max(...steps) * clockSlack }
        expect(clockOf(chainOf(rowsAt(minutes)))).toEqual({ faults: [], clock: expected })
      }),
    )
  })
})

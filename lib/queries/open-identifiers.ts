import 'server-only'
import { z } from 'zod'
import type { IndexKind } from '@/lib/domain/index-term'
import { indexKinds } from '@/lib/domain/index-term'
import type { Answers } from '@/lib/journey/definition'
import { identifiersOf, identifiersOfKind } from '@/lib/journeys/identifiers'
import { foundBy } from '@/lib/journeys/held-plan'
import type { Identifier } from '@/lib/journeys/identifiers'
import { blindTerm, emptyTerm } from '@/lib/sealing/blind-index'
import type { BlindTerm, IndexKey } from '@/lib/sealing/blind-index'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import type { SealedAnswers } from '@/lib/sealing/sealed-answers'
import { matchesOf } from './link-matches'
import type { KnownLink, LinkMatches } from './link-matches'

/*
 * The second, narrow way to the key: what is opened here is looked at here and nowhere else. Callers get terms of the index, or
 * whether one was right, or whose declared links match; never a word. Each has committed its row of the audit before: `indexed`, or `searched`.
 */

const stored = z.object({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
})

/** What the index is to hold for a case, and whose links it matches. Throws CannotOpenError. */
export async function termsAndMatches(
  sealed: SealedAnswers,
  key: IndexKey,
  links: readonly KnownLink[],
): Promise<{ readonly terms: readonly BlindTerm[]; readonly matches: LinkMatches }> {
  const found = await identifiersIn(sealed)
  return { terms: await termsOf(found, key), matches: await matchesOf(found, links) }
}

/** Whose links a case matches. Throws CannotOpenError. */
export async function linkMatches(sealed: SealedAnswers, links: readonly KnownLink[]): Promise<LinkMatches> {
  return matchesOf(await identifiersIn(sealed), links)
}

/** As many terms of each kind as any case has. */
async function termsOf(found: readonly Identifier[], key: IndexKey): Promise<readonly BlindTerm[]> {
  const terms = indexKinds.flatMap((kind) =>
    Array.from({ length: identifiersOfKind[kind] }, (_, at) => {
      const one = found.filter((each) => each.kind === kind)[at]
      return { kind, normal: one?.normal }
    }),
  )
  return Promise.all(
    terms.map(async ({ kind, normal }) => ({
      kind,
      term: await (normal === undefined ? emptyTerm(kind) : blindTerm(key, kind, normal)),
    })),
  )
}

/** Whether a case has this very identifier, and not only one whose term is the same. False where it does not open. */
export async function hasIdentifier(
  sealed: SealedAnswers,
  kind: IndexKind,
  normal: string,
): Promise<boolean> {
  try {
    const found = await identifiersIn(sealed)
    return found.some((one) => one.kind === kind && one.normal === normal)
  } catch (error) {
    if (error instanceof CannotOpenError) return false
    throw error
  }
}

async function identifiersIn({ box, plan }: SealedAnswers): Promise<readonly Identifier[]> {
  const sent = await answersOf(box)
  return identifiersOf(plan === null ? sent : foundBy(sent, await answersOf(plan)))
}

async function answersOf(box: SealedBoxRow): Promise<Answers> {
  const { answers = '' } = await openBox(box, ['answers'])
  return answersIn(answers)
}

function answersIn(text: string): Answers {
  try {
    return stored.parse(JSON.parse(text)).answers
  } catch {
    // What the parser says of it would hold words of it.
    throw new CannotOpenError()
  }
}

import 'server-only'
import type { StoryMoment } from '@/components/staff/story'
import type { Session } from '@/lib/auth/session'
import { notePrinting } from '@/lib/commands/note-printing'
import { isTold } from '@/lib/domain/story'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import type { OpenedCase } from '@/lib/queries/open-case'
import { openOrLead } from '../../_act/open-or-lead'

interface StoryRead {
  readonly headline: CaseHeadline
  readonly moments: readonly StoryMoment[]
  readonly names: ReadonlyMap<string, string>
}

/** Reads what a story is told from, under audit; for paper with a row that says so. Leads to the case where it cannot be opened yet, or not at all. */
export async function readStory(session: Session, text: string, onPaper: boolean): Promise<StoryRead> {
  const { actor } = session
  const { headline, opened } = await openOrLead(
    session,
    text,
    onPaper ? (reference) => notePrinting(actor, reference) : undefined,
  )
  const { entries, names } = await listCaseHistory(actor, headline.reference)
  return { headline, names, moments: momentsOf(entries, opened) }
}

type Entries = Awaited<ReturnType<typeof listCaseHistory>>['entries']

function momentsOf(
  entries: Entries,
  { notes, messages, agreements }: Pick<OpenedCase, 'notes' | 'messages' | 'agreements'>,
): readonly StoryMoment[] {
  // They come the newest first.
  const events = entries.toReversed().filter(({ type }) => isTold(type))
  return [
    ...events.map((entry) => ({
      ...entry,
      kind: 'event' as const,
      note: entry.boxId === null ? null : (notes.get(entry.boxId) ?? null),
    })),
    ...messages.map((message) => ({ ...message, kind: 'message' as const })),
    ...agreements.map((agreed) => ({ ...agreed, at: agreed.madeAt, kind: 'agreed' as const })),
  ]
}

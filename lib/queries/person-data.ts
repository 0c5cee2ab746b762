import 'server-only'
import { blackOut, holdsAny } from '@/lib/domain/black-out'
import { describeCase } from '@/lib/domain/case-facts'
import type { ExportedCase, leftOutReasons } from '@/lib/domain/subject-access'
import type { Translate } from '@/lib/i18n/translate'
import { notTheirs } from '@/lib/journeys/about-whom'
import { eventWords, noteWords } from './event-words'
import { exportedFiles, unreadableFiles } from './exported-files'
import type { OpenedForExport } from './open-for-export'

/** What somebody chose about what is given. */
export interface ExportChoice {
  /** Ids of history entries whose words for staff are given all the same. */
  readonly notes: ReadonlySet<string>
  /** What is about others, to be blacked out everywhere. */
  readonly words: readonly string[]
}

/**
 * What is given of one opened case: the person's own answers, messages both ways, what was decided and when, who looked by role, what is held,
 * and what is left out and why. Blacked out throughout, and looked through again: throws where a word would be left.
 */
export function personData(opened: OpenedForExport, choice: ExportChoice, t: Translate): ExportedCase {
  const black = (text: string) => blackOut(text, choice.words)
  const { found, answers, journeyId } = opened
  const rows = opened.transcript.flatMap(({ title, rows: asked }) => asked.map((row) => ({ ...row, title })))
  const isOwn = ({ questionId }: { readonly questionId: string }) =>
    notTheirs(journeyId, questionId, answers) === null
  const { kind, channel, status } = describeCase({ ...found, ...unused })
  const given: ExportedCase = {
    ...{ reference: found.reference, kind, channel, status, language: opened.language },
    receivedAt: found.receivedAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
    outcome: found.disposition === null ? null : black(t(`staff.disposition.${found.disposition}`)),
    answers: rows.filter(isOwn).map(({ title, label, value }) => ({
      section: black(title),
      question: black(label),
      answer: black(value),
    })),
    identity: opened.identity.rows.map(({ label, value }) => ({
      question: black(label),
      answer: black(value),
    })),
    messages: writtenWith(opened, t).map((one) => ({ ...one, text: black(one.text) })),
    notes: opened.events
      .filter(({ id, note }) => note !== null && choice.notes.has(id))
      .map((one) => ({ at: one.at.toISOString(), role: one.role, text: black(noteWords(one, t)) })),
    decisions: opened.events.map((event) => ({
      ...{ at: event.at.toISOString(), role: event.role },
      what: black(eventWords(event, t)),
    })),
    looks: [...opened.looks],
    held: heldWords(opened, t).map(black),
    leftOut: leftOut(opened, choice, t).map((one) => ({ ...one, what: black(one.what) })),
  }
  expectNoneLeft(given, choice.words)
  return given
}

/** What was written to and fro, in whatever way, and what was agreed, which they can read as they do messages; the oldest first. */
function writtenWith(
  { messages, agreements, letters }: OpenedForExport,
  t: Translate,
): ExportedCase['messages'] {
  const written = messages.map(({ at, author, text }) => ({
    ...{ at: at.toISOString(), text },
    from: author === 'reporter' ? ('person' as const) : ('force' as const),
  }))
  const agreed = agreements.map(({ madeAt, text, answer }) => ({
    ...{ at: madeAt.toISOString(), from: 'force' as const },
    text: text === null ? null : t(`exporting.agreed.${answer ?? 'open'}`, { text }),
  }))
  const sent = letters.map(({ at, way, text }) => ({
    ...{ at: at.toISOString(), from: 'force' as const },
    text: t(`exporting.letter.${way}`, { text }),
  }))
  return [...written, ...agreed, ...sent]
    .flatMap(({ text, ...one }) => (text === null ? [] : [{ ...one, text }]))
    .sort((one, other) => one.at.localeCompare(other.at))
}

/** Columns that saying what a case is asks for and nothing here is made of. */
const unused = { district: null, strands: [], riskDecided: null, riskSuggested: 'low' } as const

function heldWords(
  { messages, agreements, letters, files, events, hasEquality, identity, supports }: OpenedForExport,
  t: Translate,
): readonly string[] {
  const notes = events.filter(({ note }) => note !== null).length
  return [
    t('exporting.held.answers'),
    ...(identity.given ? [t('exporting.held.identity')] : []),
    t('exporting.held.messages', { count: messages.length }),
    ...(agreements.length === 0 ? [] : [t('exporting.held.agreements', { count: agreements.length })]),
    ...(letters.length === 0 ? [] : [t('exporting.held.letters', { count: letters.length })]),
    ...exportedFiles(files, t),
    t('exporting.held.notes', { count: notes }),
    ...heldCallBacks(events, t),
    t('exporting.held.history'),
    ...supports.map(({ service, agreed, told, ended }) =>
      t('exporting.held.support', { service, agreed, told: told ?? 'no', ended: ended ?? 'no' }),
    ),
    ...(hasEquality ? [t('exporting.held.equality')] : []),
  ]
}

/** Times that were agreed to ring them, and how many of those passed without anybody saying that they were rung. */
function heldCallBacks(events: OpenedForExport['events'], t: Translate): readonly string[] {
  const count = events.filter(({ type }) => type === 'call-back-set' || type === 'call-back-moved').length
  const missed = events.filter(
    ({ type, detail }) => type === 'escalated' && detail.rule === 'call-back-missed',
  ).length
  return count === 0 ? [] : [t('exporting.held.callBacks', { count, missed })]
}

type LeftOut = ExportedCase['leftOut'][number]

function leftOut(opened: OpenedForExport, { notes }: ExportChoice, t: Translate): readonly LeftOut[] {
  const because = (what: string, why: (typeof leftOutReasons)[number]): LeftOut => ({
    ...{ what, why, words: t(`exporting.leftOut.${why}`) },
  })
  const answers = opened.transcript
    .flatMap(({ rows }) => rows)
    .flatMap(({ questionId, label }) => {
      const why = notTheirs(opened.journeyId, questionId, opened.answers)
      return why === null ? [] : [because(label, why)]
    })
  const internal = opened.events.filter(({ id, note }) => note !== null && !notes.has(id)).length
  const unreadable = opened.messages.filter(({ text }) => text === null).length
  const closed = unreadableFiles(opened.files)
  return [
    ...answers,
    ...(opened.identity.given && opened.identity.rows.length === 0
      ? [because(t('exporting.held.identity'), 'identity-not-chosen')]
      : []),
    ...(internal === 0 ? [] : [because(t('exporting.held.notes', { count: internal }), 'internal-note')]),
    ...(unreadable === 0 ? [] : [because(t('exporting.held.messages', { count: unreadable }), 'unreadable')]),
    ...(closed === 0 ? [] : [because(t('exporting.held.files', { count: closed }), 'unreadable')]),
    ...(opened.hasEquality ? [because(t('exporting.held.equality'), 'held-apart')] : []),
  ]
}

/** Looks through everything made of words once more, whichever way it came there. */
function expectNoneLeft(given: ExportedCase, words: readonly string[]): void {
  const { answers, identity, messages, notes, decisions, held, outcome } = given
  const texts = [
    ...answers.flatMap(({ section, question, answer }) => [section, question, answer]),
    ...identity.flatMap(({ question, answer }) => [question, answer]),
    ...[...messages, ...notes].map(({ text }) => text),
    ...decisions.map(({ what }) => what),
    ...given.leftOut.map(({ what }) => what),
    ...[...held, outcome ?? ''],
  ]
  if (texts.some((text) => holdsAny(text, words)))
    throw new Error('A word that was to be blacked out is left')
}

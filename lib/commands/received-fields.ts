import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { PassingContent } from '@/lib/domain/ways-out/exchange'
import { translator } from '@/lib/i18n/translate'
import type { Answers, Journey } from '@/lib/journey/definition'
import type { Row, Section } from '@/lib/journey/present'
import { apartField, apartText } from '@/lib/journeys/kept-apart'
import { canonicalJson } from '@/lib/sealing/canonical-json'

type Document = PassingContent['document']

/** The answers of another force's case as they hold here: a return code opens nothing but what is there. */
export function receivedAnswers({ sent: { answers } }: PassingContent): Answers {
  return answers.contactChoice === 'code-only' ? { ...answers, contactChoice: 'anonymous' } : answers
}

/**
 * What is sealed of another force's case: what the person was asked and answered, as they saw it, and after it what that force wrote of it, and what
 * it says did not come. Nothing that came is left out, whatever this force would have asked.
 */
export function receivedFields(content: PassingContent, { id, version }: Journey): Record<string, string> {
  const { document, label } = content
  const contact = rowsOf(document.contact)
  const sections: Section[] = [
    ...byTitle(document.account),
    { id: 'contact', title: document.contact[0]?.section ?? '', rows: contact },
    fromForce(document, label.from),
  ]
  return {
    answers: canonicalJson({ journey: id, version, answers: receivedAnswers(content), apart: false }),
    transcript: JSON.stringify(sections.filter(({ rows }) => rows.length > 0)),
    contact: JSON.stringify(contact),
    [apartField]: apartText({ journey: id, answers: {}, sections: [] }),
  }
}

function byTitle(given: Document['account']): readonly Section[] {
  const titles = [...new Set(given.map(({ section }) => section))]
  return titles.map((title, place) => ({
    ...{ id: `told${String(place)}`, title },
    rows: rowsOf(given.filter(({ section }) => section === title)),
  }))
}

function rowsOf(given: Document['account']): readonly Row[] {
  return given.map(({ questionId, question, answer }) => row(questionId, question, answer))
}

function row(questionId: string, label: string, value: string): Row {
  return { questionId, stepSlug: 'passed', label, value }
}

/** What the other force did and wrote, as a section after what the person said. */
function fromForce(document: Document, from: string): Section {
  const t = translator('en')
  const name = currentForce().policeForces[from]?.name ?? document.force.name
  return {
    id: 'passed',
    title: t('waysOut.received.title', { force: name }),
    rows: [
      row('theirReference', t('waysOut.received.reference'), document.case.reference),
      ...document.leftOut.map((part) =>
        row(`leftOut-${part}`, t('waysOut.received.leftOut'), t(`waysOut.leftOut.${part}`)),
      ),
      ...document.messages.map(({ at, from: who, text }, place) =>
        row(`message${String(place)}`, t(`waysOut.file.from.${who}`, { at }), text),
      ),
      ...document.notes.map(({ at, text }, place) =>
        row(`note${String(place)}`, t('waysOut.received.note', { at }), text),
      ),
      ...document.history.map(({ at, what }, place) => row(`history${String(place)}`, at, what)),
    ],
  }
}

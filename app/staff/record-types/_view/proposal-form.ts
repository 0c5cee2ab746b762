import type { FieldProblem } from '@/components/staff/field-problem'
import { findProposalProblems, longestOfProposal, proposalProblems } from '@/lib/domain/records/read-proposal'
import type { ProposalFields, ProposalProblem } from '@/lib/domain/records/read-proposal'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { problemKey } from '../../_desk/problem-key'

/** The fields of the form of a proposal, by what they are called in it. */
export const proposalFields: readonly string[] = [
  ...['disposition', 'label', 'hint', 'kinds', 'supervisor-only', 'asks-reason', 'asks-review'],
  ...['subject-data', 'from', 'until', 'why'],
]

/** Reads a proposal as it was posted, or as it was kept of a form that was not taken. */
export function fieldsOfProposal(
  value: (name: string) => string | null,
  kinds: readonly string[],
): ProposalFields {
  const text = (name: string) => value(name) ?? ''
  return {
    disposition: text('disposition'),
    label: text('label'),
    hint: text('hint'),
    kinds,
    supervisorOnly: value('supervisor-only') !== null,
    asksReason: value('asks-reason') !== null,
    asksReview: value('asks-review') !== null,
    subjectData: text('subject-data'),
    from: text('from'),
    until: text('until'),
    reason: text('why'),
  }
}

/**
 * What was typed in the form of a proposal that was not taken, where the page asks for that one: `change` is the ending it asks for a change of,
 * empty for a new one, and undefined for whichever was typed.
 */
export function typedProposal(kept: KeptAct | null, change: unknown): KeptAct['values'] | null {
  if (kept?.form !== 'propose') return null
  return change === undefined || change === kept.values.disposition ? kept.values : null
}

/** What stands in the way of a proposal although its fields can be read, and the field it is about. */
const editionFields = new Map([
  ['edition-past', 'from'],
  ['edition-same-day', 'from'],
  ['edition-overlap', 'until'],
  ['edition-exists', 'label'],
])

const longest: Readonly<Partial<Record<ProposalProblem, number>>> = {
  'long-label': longestOfProposal.label,
  'long-hint': longestOfProposal.hint,
  'long-reason': longestOfProposal.reason,
}

/** What was wrong with each field of a proposal that was not taken; nothing for what no field is to blame for, and of another form. */
export function problemsOfProposal(
  { problem, form }: Readonly<Record<string, unknown>>,
  typed: KeptAct['values'] | null,
  t: Translate,
): readonly FieldProblem[] {
  if (form !== 'propose' || typed === null || typeof problem !== 'string') return []
  const field = editionFields.get(problem)
  const key = problemKey('staff', problem, t)
  if (field !== undefined && key !== null) return [{ field, message: t(key) }]
  if (problem !== 'invalid') return []
  const read = fieldsOfProposal((name) => typed[name] ?? null, (typed.kinds ?? '').split('\n'))
  return findProposalProblems(read).map((code) => ({
    field: proposalProblems[code],
    message: t(`staff.recordType.wrong.${code}`, { max: longest[code] ?? 0 }),
  }))
}

import { DomainError } from '../errors'
import { submissionKinds } from '../words'
import { readDay } from './edition'
import { subjectDataRules } from './record-type'
import type { RecordTypeContent } from './record-type'

/** What the form of a proposal holds, as it was posted. */
export interface ProposalFields {
  readonly disposition: string
  readonly label: string
  readonly hint: string
  readonly kinds: readonly string[]
  readonly supervisorOnly: boolean
  readonly asksReason: boolean
  readonly asksReview: boolean
  readonly subjectData: string
  readonly from: string
  readonly until: string
  readonly reason: string
}

/** The most characters of what is written in it. */
export const longestOfProposal = { label: 60, hint: 200, reason: 1_000 } as const
const longest = longestOfProposal

/** What can be wrong with a field of the form, and the field. Words are `staff.recordType.wrong.<code>`. */
export const proposalProblems = {
  'no-label': 'label',
  'long-label': 'label',
  unnameable: 'label',
  'long-hint': 'hint',
  'no-kind': 'kinds',
  'no-rule': 'subject-data',
  'no-first-day': 'from',
  'no-last-day': 'until',
  'ends-before': 'until',
  'no-reason': 'why',
  'long-reason': 'why',
} as const
export type ProposalProblem = keyof typeof proposalProblems

/** What is wrong with the form of a proposal, in the order of its fields; nothing where it can be read. */
export function findProposalProblems(fields: ProposalFields): readonly ProposalProblem[] {
  const [label, hint, reason] = [fields.label, fields.hint, fields.reason].map((text) => text.trim().length)
  const id = fields.disposition === '' ? idOf(fields.label) : fields.disposition
  const [from, until] = [readDay(fields.from), readDay(fields.until)]
  const isWrong: Readonly<Record<ProposalProblem, boolean>> = {
    'no-label': label === 0,
    'long-label': (label ?? 0) > longest.label,
    unnameable: label !== 0 && !/^[a-z][a-z0-9-]{1,39}$/u.test(id),
    'long-hint': (hint ?? 0) > longest.hint,
    'no-kind': !submissionKinds.some((kind) => fields.kinds.includes(kind)),
    'no-rule': !subjectDataRules.some((rule) => rule === fields.subjectData),
    'no-first-day': from === null,
    'no-last-day': fields.until !== '' && until === null,
    'ends-before': from !== null && until !== null && until < from,
    'no-reason': reason === 0,
    'long-reason': (reason ?? 0) > longest.reason,
  }
  return codes.filter((code) => isWrong[code])
}

const codes = Object.keys(proposalProblems) as ProposalProblem[]

/** The proposal in a form, with the reason for it. DomainError `invalid` where `findProposalProblems` finds any. */
export function readProposal(
  fields: ProposalFields,
  position: number,
): { readonly content: RecordTypeContent; readonly reason: string } {
  const [from, subjectData] = [
    readDay(fields.from),
    subjectDataRules.find((rule) => rule === fields.subjectData),
  ]
  if (findProposalProblems(fields).length > 0 || from === null || subjectData === undefined)
    throw new DomainError('invalid')
  const hint = fields.hint.trim()
  return {
    content: {
      disposition: fields.disposition,
      position,
      labels: { en: fields.label.trim() },
      hints: hint === '' ? {} : { en: hint },
      kinds: submissionKinds.filter((kind) => fields.kinds.includes(kind)),
      supervisorOnly: fields.supervisorOnly,
      asksReason: fields.asksReason,
      asksReview: fields.asksReview,
      subjectData,
      from,
      until: readDay(fields.until),
    },
    reason: fields.reason.trim(),
  }
}

/** An id for an ending that is new, out of its label: `Out-of-court, informal` is `out-of-court-informal`. */
export function idOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '')
}

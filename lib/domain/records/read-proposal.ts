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

const longest = { label: 60, hint: 200, reason: 1_000 } as const

/** The proposal in a form, with the reason for it. DomainError `invalid` where something is missing, too long or ends before it begins. */
export function readProposal(
  fields: ProposalFields,
  position: number,
): { readonly content: RecordTypeContent; readonly reason: string } {
  const { from, until } = daysIn(fields)
  const kinds = submissionKinds.filter((kind) => fields.kinds.includes(kind))
  const subjectData = subjectDataRules.find((rule) => rule === fields.subjectData)
  const isId = /^[a-z][a-z0-9-]{1,39}$/u.test(fields.disposition)
  if (!isId || kinds.length === 0 || subjectData === undefined) throw new DomainError('invalid')
  const hint = words(fields.hint, longest.hint)
  return {
    content: {
      disposition: fields.disposition,
      position,
      labels: { en: required(fields.label, longest.label) },
      hints: hint === '' ? {} : { en: hint },
      kinds,
      supervisorOnly: fields.supervisorOnly,
      asksReason: fields.asksReason,
      asksReview: fields.asksReview,
      subjectData,
      from,
      until,
    },
    reason: required(fields.reason, longest.reason),
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

function daysIn({ from: first, until: last }: ProposalFields) {
  const from = readDay(first)
  const until = last === '' ? null : readDay(last)
  if (from === null || (last !== '' && until === null) || (until !== null && until < from))
    throw new DomainError('invalid')
  return { from, until }
}

function words(text: string, most: number): string {
  const tidy = text.trim()
  if (tidy.length > most) throw new DomainError('invalid')
  return tidy
}

function required(text: string, most: number): string {
  const tidy = words(text, most)
  if (tidy === '') throw new DomainError('invalid')
  return tidy
}

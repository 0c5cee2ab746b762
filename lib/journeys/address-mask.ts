import type { Answers } from '@/lib/journey/definition'
import type { Row, Section } from '@/lib/journey/present'

/**
 * Questions whose answer is an address: where it happened or where somebody lives to the door, and where to write to. What a
 * person tells in their own words elsewhere may hold one too; that cannot be told apart and is not hidden.
 */
export const addressQuestions = ['postcode', 'address', 'postalAddress'] as const

const isAddress = (id: string) => addressQuestions.some((known) => known === id)

/** A row whose answer is there and not shown: an address until it is asked for, or a way to reach them that is kept back. */
interface MaskableRow extends Row {
  readonly hidden?: true
  readonly keptBack?: true
}

export interface MaskableSection extends Omit<Section, 'rows'> {
  readonly rows: readonly MaskableRow[]
}

/** What was asked and answered, with nothing left of an answer that is an address. */
export function withoutAddresses(sections: readonly Section[]): readonly MaskableSection[] {
  return sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) =>
      isAddress(row.questionId) && row.blank === undefined ? { ...row, value: '', hidden: true } : row,
    ),
  }))
}

/** Whether an address was given at all. */
export function hasAddress(answers: Answers): boolean {
  return addressQuestions.some((id) => (answers[id] ?? '') !== '')
}

/** Answers without the addresses among them, as if they had never been asked. */
export function answersWithoutAddresses(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isAddress(id)))
}

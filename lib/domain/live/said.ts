import { isUuid } from '../uuid'

/** What the database says of one case: something of it is otherwise, or who has it open is. */
export interface Said {
  readonly caseId: string
  readonly what: 'changed' | 'here'
}

/** Reads what was said on the channel: a case's id, and ` here` after it. Null for anything else: anybody connected could say something. */
export function readSaid(text: string): Said | null {
  const [caseId = '', word, ...more] = text.split(' ')
  if (!isUuid(caseId) || more.length > 0) return null
  if (word === undefined) return { caseId, what: 'changed' }
  return word === 'here' ? { caseId, what: 'here' } : null
}

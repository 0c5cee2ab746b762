import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import { readPersonRole } from '@/lib/domain/people'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** The longest name that is taken. */
const longest = 200

/** Names somebody in a case and says what they are in it; the name is sealed. `invalid` without a name or a role. Errors as `changeCase`. */
export async function namePerson(
  actor: Actor,
  { name, role: text, ...seen }: CaseSeen & { readonly name: string; readonly role: string },
): Promise<void> {
  const role = readPersonRole(text)
  const words = requireWords(name, longest)
  if (role === null) throw new DomainError('invalid')
  const box = await sealBox('note', { text: words })
  await changeCase(actor, 'add-note', seen, () => ({ type: 'person-named', detail: { role }, box }))
}

/**
 * Says that somebody in a case is something else in it, or, without a role, that they are not in it. The history keeps what was said before. `invalid`
 * for nobody of this case, or a role nobody knows. Errors as `changeCase`.
 */
export async function changePerson(
  actor: Actor,
  { person, role: text, ...seen }: CaseSeen & { readonly person: string; readonly role: string },
): Promise<void> {
  const role = readPersonRole(text)
  if (!isUuid(person) || (role === null && text !== '')) throw new DomainError('invalid')
  await changeCase(actor, 'add-note', seen, async ({ id: caseId }, tx) => {
    const named = await tx.caseEvent.count({ where: { id: person, caseId, type: 'person-named' } })
    if (named === 0) throw new DomainError('invalid')
    return role === null
      ? { type: 'person-removed', detail: { person } }
      : { type: 'person-changed', detail: { person, role } }
  })
}

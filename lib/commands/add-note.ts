import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import { readNature } from '@/lib/domain/note-nature'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

interface Noted extends CaseSeen {
  readonly text: string
  /** Whether it is known, thought or heard; left out: it is about the work. */
  readonly nature?: string
}

/** Adds a sealed note to the history. `invalid` when it is empty or too long, or of no nature there is. */
export async function addNote(actor: Actor, { text, nature = '', ...seen }: Noted): Promise<void> {
  const read = readNature(nature)
  if (read === null) throw new DomainError('invalid')
  const box = await sealBox('note', { text: requireWords(text) })
  await changeCase(actor, 'add-note', seen, () => ({
    type: 'noted',
    ...(read === 'work' ? {} : { detail: { nature: read } }),
    box,
  }))
}

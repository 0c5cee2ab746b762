import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** Adds a sealed note to the history. `invalid` when it is empty or too long. */
export async function addNote(actor: Actor, seen: CaseSeen & { readonly text: string }): Promise<void> {
  const box = await sealBox('note', { text: requireWords(seen.text) })
  await changeCase(actor, 'add-note', seen, () => ({ type: 'noted', box }))
}

import 'server-only'
import { addNote } from '@/lib/commands/add-note'
import { assignCase } from '@/lib/commands/assign-case'
import { closeCase } from '@/lib/commands/close-case'
import { decideRisk } from '@/lib/commands/decide-risk'
import { sendMessage } from '@/lib/commands/send-message'
import { setCaseStatus } from '@/lib/commands/set-status'
import { takeCase } from '@/lib/commands/take-case'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { loadRota } from '@/lib/queries/load-rota'
import { openSubmission } from '@/lib/queries/open-submission'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import { seedId } from './seed-accounts'
import type { SeedAct } from './seed-case'

const roles = {
  'call-handler': 'call-handler',
  officer: 'liaison-officer',
  triager: 'triager',
  supervisor: 'supervisor',
} as const

/** Does to a case what a member of staff did, through the same commands and under the same rules. */
export async function playAct(reference: string, { by, act }: Omit<SeedAct, 'hours'>): Promise<void> {
  const actor = await actorOf(by)
  const found = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const seen = { reference, version: found.version }
  switch (act.do) {
    case 'take':
      return takeCase(actor, seen)
    case 'assign-first': {
      const rota = await loadRota(actor)
      const [first] = suggestOfficers(found, rota).candidates
      const officer = rota.find(({ id }) => id === first?.officerId)
      return officer && assignCase(actor, { ...seen, to: officer.accountId })
    }
    case 'open':
      await openSubmission(actor, reference, by === 'supervisor' ? 'supervision' : 'my-case')
      return
    case 'status':
      return setCaseStatus(actor, { ...seen, status: act.status })
    case 'note':
      return addNote(actor, { ...seen, text: act.text })
    case 'message':
      return sendMessage(actor, { ...seen, text: act.text })
    case 'risk':
      return decideRisk(actor, { ...seen, risk: act.risk, reason: act.reason })
    case 'close':
      return closeCase(actor, { ...seen, disposition: act.disposition, reason: act.reason })
  }
}

/** Somebody of the demonstration, as if they were signed in. */
export async function actorOf(by: keyof typeof roles): Promise<Actor> {
  const account = await ownerDb().account.findUniqueOrThrow({
    where: { id: seedId('account', `${by}@example.test`) },
    include: { officer: true },
  })
  return { id: account.id, name: account.name, role: roles[by], districts: account.officer?.districts ?? [] }
}

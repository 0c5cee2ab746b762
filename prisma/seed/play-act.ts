import 'server-only'
import { addNote } from '@/lib/commands/add-note'
import { assignCase } from '@/lib/commands/assign-case'
import { closeCase } from '@/lib/commands/close-case'
import { decideRisk } from '@/lib/commands/decide-risk'
import { recordContact } from '@/lib/commands/record-contact'
import { sendMessage } from '@/lib/commands/send-message'
import { writeAgreement } from '@/lib/commands/write-agreement'
import { setCaseStatus } from '@/lib/commands/set-status'
import { takeCase } from '@/lib/commands/take-case'
import { writeLetter } from '@/lib/commands/write-letter'
import type { Case } from '@/lib/db/generated/client'
import { ownerDb } from '@/lib/db/owner'
import { noAnswers } from '@/lib/domain/offers/answers-in'
import { impliedReason, reasonsToOffer } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { waysThatSend } from '@/lib/queries/list-outbound'
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
  centre: 'centre-worker',
} as const

/** Does to a case what a member of staff did, through the same commands and under the same rules. */
export async function playAct(reference: string, { by, act }: Omit<SeedAct, 'hours'>): Promise<void> {
  const actor = await actorOf(by)
  const found = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const seen = { reference, version: found.version }
  switch (act.do) {
    case 'take':
      return takeCase(actor, seen)
    case 'assign-first':
      return assignFirst(actor, found)
    case 'open':
      await openSubmission(actor, reference, reasonOf(actor, found))
      return
    case 'status':
      return setCaseStatus(actor, { ...seen, status: act.status })
    case 'contact':
      return recordContact(
        actor,
        { ...seen, ...attempt(act), planVersion: found.planVersion },
        reasonOf(actor, found),
      )
    case 'note':
      return addNote(actor, { ...seen, text: act.text })
    case 'agree':
      return writeAgreement(actor, { ...seen, text: act.text })
    case 'message':
      return sendMessage(actor, { ...seen, text: act.text })
    case 'letter':
      return playLetter(actor, { ...seen, ...act, planVersion: found.planVersion }, reasonOf(actor, found))
    case 'risk':
      return decideRisk(actor, { ...seen, risk: act.risk, reason: act.reason })
    case 'close':
      return closeCase(actor, { ...seen, disposition: act.disposition, reason: act.reason })
  }
}

async function assignFirst(actor: Actor, found: Case): Promise<void> {
  const rota = await loadRota(actor)
  const [first] = suggestOfficers({ ...found, ...noAnswers }, rota).candidates
  const officer = rota.find(({ id }) => id === first?.officerId)
  const { reference, version } = found
  if (officer !== undefined) await assignCase(actor, { reference, version, to: officer.accountId })
}

/** Where nothing sends, nothing is written either. */
async function playLetter(
  actor: Actor,
  letter: Omit<Parameters<typeof writeLetter>[1], 'text'>,
  reason: OpeningReason,
): Promise<void> {
  const sends = waysThatSend().some((way) => way === letter.way)
  if (sends) await writeLetter(actor, { ...letter, text: '' }, reason)
}

/** What they would say of why they open it: what comes first. */
function reasonOf(
  actor: Actor,
  found: { readonly id: string; readonly assigneeId: string | null },
): OpeningReason {
  const reason = impliedReason(actor, found) ?? reasonsToOffer(actor, found)[0]
  if (reason === undefined) throw new Error('Somebody of the demonstration opens a case for no reason.')
  return reason
}

/** Somebody of the demonstration, as if they were signed in. */
export async function actorOf(by: keyof typeof roles): Promise<Actor> {
  const account = await ownerDb().account.findUniqueOrThrow({
    where: { id: seedId('account', `${by}@example.test`) },
    include: { officer: true },
  })
  return { id: account.id, name: account.name, role: roles[by], districts: account.officer?.districts ?? [] }
}

/** What was tried, as the form would send it. */
function attempt({ way, result, next, words = '' }: Extract<SeedAct['act'], { do: 'contact' }>) {
  return { way, result, next, words, reason: '' }
}

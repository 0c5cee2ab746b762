import { proposeRecordType } from '@/lib/commands/record-types'
import { ownerDb } from '@/lib/db/owner'
import { actorOf } from './play-act'

/** How far ahead the change is that somebody proposed, in milliseconds. */
const ahead = 60 * 86_400_000

/** One change of how cases end, which waits for another supervisor. Run again it adds nothing. */
export async function seedRecordTypes(at: Date): Promise<void> {
  const supervisor = await actorOf('supervisor')
  if ((await ownerDb().recordType.count({ where: { proposedById: supervisor.id } })) > 0) return
  await proposeRecordType(supervisor, {
    ...{
      disposition: 'behaviour-or-intelligence',
      label: 'Anti-social behaviour, logged',
      kinds: ['report'],
    },
    hint: 'Serious enough to be known, and no crime. Not on the crime database.',
    ...{ supervisorOnly: false, asksReason: true, asksReview: true, subjectData: 'remove' },
    ...{ from: new Date(at.getTime() + ahead).toISOString().slice(0, 10), until: '' },
    reason: 'The national review of records that are no crime; to be confirmed when the guidance is out.',
  })
}

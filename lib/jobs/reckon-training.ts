import 'server-only'
import { log } from '@/lib/adapters/log'
import { recordedTraining, storeTrained } from '@/lib/commands/reckon-training'
import { currentForce } from '@/lib/config/current-force'
import { trainedUntil } from '@/lib/domain/training'

/**
 * Until when each officer is trained, reckoned anew: a topic that the force requires since yesterday counts for everybody, and not only for whoever
 * is trained next. Gives how many officers it changed.
 */
export async function reckonTraining(): Promise<number> {
  const force = currentForce()
  const changes = (await recordedTraining()).flatMap(({ id, version, until: was, training }) => {
    const counting = training.map((one) => ({ ...one, withdrawn: false }))
    const until = trainedUntil(counting, force)
    return until === was ? [] : [{ id, version, until }]
  })
  const stored = changes.length === 0 ? 0 : await storeTrained(changes)
  if (stored > 0) log('info', { event: 'training-reckoned', count: stored })
  return stored
}

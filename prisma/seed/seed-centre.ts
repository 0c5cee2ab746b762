import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { seedId } from './seed-accounts'

const name = 'The Lantern Centre'

/** The reporting centre of the demonstration, and who records there. What somebody changed about either stays. */
export async function seedCentre(at: Date): Promise<void> {
  const accountId = seedId('account', 'centre@example.test')
  const id = seedId('centre', name)
  const madeById = seedId('account', 'admin@example.test')
  const force = currentForce().id
  if ((await ownerDb().centre.findFirst({ where: { OR: [{ id }, { force, name }] } })) !== null) return
  await ownerDb().$transaction([
    ownerDb().centre.create({ data: { id, force, name, madeAt: at, madeById } }),
    ownerDb().centreWorker.create({ data: { accountId, centreId: id } }),
  ])
}

import { ownerDb } from '@/lib/db/owner'
import { seedId } from '@/prisma/seed/seed-accounts'

/** An officer of the demonstration for a district, to whom cases that are made up can be given. */
export async function demonstrationOfficer(email: string, district: string): Promise<void> {
  const accountId = seedId('account', email)
  await ownerDb().account.create({
    data: { id: accountId, email, name: 'Somebody', role: 'liaison-officer', demo: true },
  })
  await ownerDb().officer.create({
    data: {
      ...{ id: seedId('officer', email), accountId, districts: [district], languages: ['en'], openLimit: 5 },
    },
  })
}

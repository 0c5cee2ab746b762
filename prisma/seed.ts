import { asOf, now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { watchClocks } from '@/lib/jobs/watch-clocks'
import { seedAccounts } from './seed/seed-accounts'
import { seedCases } from './seed/seed-cases'
import { seedCentre } from './seed/seed-centre'
import { seedOffers } from './seed/seed-offers'
import { seededOfficers, seedOfficers } from './seed/seed-officers'
import { seedPast } from './seed/seed-past'
import { seedRecordTypes } from './seed/seed-record-types'
import { seedViews } from './seed/seed-views'

/**
 * Demonstration accounts, officers with a rota, a reporting centre, and cases; with a past, those of some years that are closed too. Run again it adds nothing but the
 * weeks of rota since.
 */
export async function seedDemonstration({ past }: { readonly past: boolean }): Promise<void> {
  const force = currentForce()
  const at = now()
  await seedAccounts(seededOfficers(force))
  await seedOfficers(force, at)
  await seedCentre(at)
  await seedCases(at)
  await seedOffers(at)
  await seedRecordTypes(at)
  await seedViews()
  if (past) await seedPast(at)
  // What is due, near or late by now is told from the first page on.
  await asOf(at, watchClocks)
}

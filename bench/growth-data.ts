// Fills the database of the settings, which has the demonstration, until it has so many cases of ten years. `npm run bench -- growth` starts it.
import { Temporal } from 'temporal-polyfill'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { seedMany } from '../prisma/many/seed-many'
import { deskCases } from './growth/sizes'

const cases = Number(process.argv[2])
const begun = performance.now()
const until = Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(
  currentForce().timeZone,
)
const say = () => undefined

await seedMany({ cases: deskCases, seed: 1, until, months: 2, openShare: 1, say })
const missing = cases - (await ownerDb().case.count())
if (missing > 0) await seedMany({ cases: missing, seed: 2, until, openShare: 0, say })
await ownerDb().$executeRaw`VACUUM (ANALYZE)`
const open = await ownerDb().case.count({ where: { status: { not: 'closed' } } })
const seconds = ((performance.now() - begun) / 1000).toFixed(0)
process.stdout.write(
  `  ${cases.toLocaleString('en').padStart(9)} cases, ${String(open)} of them open: made in ${seconds} s\n`,
)
process.exit(0)

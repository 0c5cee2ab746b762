import 'server-only'
import { log } from '@/lib/adapters/log'
import { coveredDistricts, extendCoverage } from '@/lib/commands/extend-coverage'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { coverage } from '@/lib/domain/districts/over-time'

/**
 * Where a district was merged or split by today, whoever covered it covers what came of it too. Nothing is taken away, and the same day gives the same,
 * however often it runs. Gives how many officers it changed.
 */
export async function extendCoverageOfAll(): Promise<number> {
  const day = today()
  const changes = (await coveredDistricts()).flatMap(({ id, districts: was }) => {
    const districts = coverage(was, day, currentForce())
    return districts.length === was.length ? [] : [{ id, districts, was }]
  })
  const extended = changes.length === 0 ? 0 : await extendCoverage(changes)
  if (extended > 0) log('info', { event: 'coverage-extended', count: extended })
  return extended
}

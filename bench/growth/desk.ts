import { currentForce } from '@/lib/config/current-force'
import { connectAs } from '@/lib/db/connect'
import type { PrismaClient } from '@/lib/db/generated/client'
import { seedId } from '../../prisma/seed/seed-accounts'
import { seededOfficers } from '../../prisma/seed/seed-officers'
import type { People } from './questions'

// Where `deskDb` keeps its connections, so that one process asks several databases.
const held = globalThis as { alongsideDesk?: PrismaClient }

/** Does what it is given at the database of `url`, in the desk's role. One at a time. */
export function deskAt(url: string): <T>(work: () => Promise<T>) => Promise<T> {
  const client = connectAs('alongside_staff', url)
  return (work) => {
    held.alongsideDesk = client
    return work()
  }
}

/** The supervisor and the officer of the demonstration, the same in every database. */
export function peopleOfDemonstration(): People {
  const [first] = seededOfficers(currentForce())
  const district = first?.districts[0]
  if (first === undefined || district === undefined) throw new Error('The demonstration has no officer.')
  const { name, districts, email } = first
  return {
    supervisor: {
      ...{ id: seedId('account', 'supervisor@example.test'), name: 'Supervisor', role: 'supervisor' },
      districts: [],
    },
    officer: { id: seedId('account', email), name, role: 'liaison-officer', districts },
    district,
  }
}

import { prisma } from '../prisma/run.ts'
import { asSuperuser } from './as-superuser.ts'
import { namedDatabase } from './worker-databases.ts'

/** Nobody connects to it once it is migrated: it is there to be copied. */
const template = 'template_of_tests'

/** Migrates, once in a run, the database that all others of its tests are copies of. */
export async function makeTemplate(url: string): Promise<void> {
  await asSuperuser(url, [`CREATE DATABASE ${template}`])
  prisma(['migrate', 'deploy'], namedDatabase(url, template))
}

/** A new migrated database. What a role may do with a database as a whole is not copied with it, and is given to it as well. */
export async function databaseFromTemplate(url: string, name: string): Promise<void> {
  await asSuperuser(url, [
    `CREATE DATABASE ${name} TEMPLATE ${template}`,
    `UPDATE pg_database SET datacl = (SELECT datacl FROM pg_database WHERE datname = '${template}')
      WHERE datname = '${name}'`,
  ])
}

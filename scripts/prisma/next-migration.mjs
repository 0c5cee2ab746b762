// The WebAssembly engine cannot work out the next migration: for these two calls it asks for a shadow database it was not
// handed. `migrate dev` has applied every migration by then, so the database itself is what the schema is compared with.
// No loss of data is foretold: whoever makes a migration reads it.

/** In place of the engine's methods of the same names. */
export const nextMigration = {
  async evaluateDataLoss(engine, { schema, filters }) {
    const script = await difference(engine, schema, filters)
    return { migrationSteps: script === null ? 0 : 1, unexecutableSteps: [], warnings: [] }
  },
  async createMigration(engine, { draft, migrationName, schema, filters }) {
    const script = await difference(engine, schema, filters)
    const stamp = new Date().toISOString().replace(/\D/gu, '').slice(0, 14)
    return {
      connectorType: 'postgresql',
      generatedMigrationName: `${stamp}_${migrationName}`,
      migrationScript: script ?? (draft ? '-- This is an empty migration.' : null),
      extension: 'sql',
    }
  },
}

async function difference(engine, { files }, filters) {
  const from = { tag: 'schemaDatasource', files, configDir: process.cwd() }
  const to = { tag: 'schemaDatamodel', files }
  const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters })
  return exitCode === 0 ? null : stdout
}

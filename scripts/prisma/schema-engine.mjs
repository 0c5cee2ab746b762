#!/usr/bin/env node
// Prisma's command line downloads a native schema engine when it runs, which fails where only a package registry can be
// reached. This stands in for it: the same JSON-RPC over standard input and output, answered by the WebAssembly engine.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { adapterFor } from './adapter.mjs'
import { nextMigration } from './next-migration.mjs'

if (process.argv.includes('can-connect-to-database')) process.exit(0)

const option = (name) => process.argv[process.argv.indexOf(name) + 1] ?? ''
const datasource = process.argv.includes('--datasource') ? JSON.parse(decoded(option('--datasource'))) : {}
const connectionString = datasource.url ?? process.env.DATABASE_URL

function decoded(text) {
  return text.startsWith('{') ? text : Buffer.from(text, 'base64').toString('utf8')
}

// The engine reports a panic through this name.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) }
const { SchemaEngine } = await import('@prisma/schema-engine-wasm')
let engine = null
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
const print = (content) => send({ method: 'print', id: Date.now(), params: { content } })

function datamodels() {
  const path = option('--datamodels')
  return [[path, readFileSync(path, 'utf8')]]
}

async function engineFor() {
  if (engine !== null) return engine
  const factory = bindMigrationAwareSqlAdapterFactory(await adapterFor(connectionString))
  engine = await SchemaEngine.new({ datamodels: datamodels() }, () => undefined, factory)
  return engine
}

async function answer({ id, method, params }) {
  const renamed = method === 'getDatabaseVersion' ? 'version' : method
  const real = await engineFor()
  const target =
    renamed in nextMigration ? { [renamed]: (input) => nextMigration[renamed](real, input) } : real
  if (typeof target[renamed] !== 'function') {
    send({ id, error: { code: -32601, message: `The schema engine has no method ${method}.`, data: {} } })
    return
  }
  try {
    const result = await target[renamed](params)
    if (method === 'diff' && result.stdout) print(result.stdout)
    send({ id, result: result ?? null })
  } catch (error) {
    send({ id, error: { code: 4466, message: 'The schema engine refused.', data: explained(error) } })
  }
}

function explained(error) {
  const meta = { error_message: error instanceof Error ? error.message : String(error) }
  return { is_panic: false, message: meta.error_message, meta, error_code: error?.code ?? null }
}

let queue = Promise.resolve()
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line)
  if (message.method !== undefined) queue = queue.then(() => answer(message))
  await queue
}
process.exit(0)

#!/usr/bin/env node
// Prisma's command line downloads a native schema engine when it runs, which fails where only a package registry can be
// reached. This stands in for it: the same JSON-RPC over standard input and output, answered by the WebAssembly engine.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

if (process.argv.includes('can-connect-to-database')) process.exit(0)

const charOid = 18
const textOid = 25
// The adapter knows no `"char"`, which PostgreSQL's catalogue uses: it is read as text.
const describe = pg.Query.prototype.handleRowDescription
pg.Query.prototype.handleRowDescription = function (message) {
  for (const field of message.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid
  return describe.call(this, message)
}

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

// The adapter cuts a script at every semicolon, also inside the body of a function; the server takes it whole.
async function takeScriptsWhole() {
  const adapter = await new PrismaPg({ connectionString }).connect()
  Object.getPrototypeOf(adapter).executeScript = async function (script) {
    await this.client.query(script).catch((error) => this.onError(error))
  }
  await adapter.dispose()
}

async function engineFor() {
  if (engine !== null) return engine
  await takeScriptsWhole()
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  engine = await SchemaEngine.new({ datamodels: datamodels() }, () => undefined, factory)
  return engine
}

async function answer({ id, method, params }) {
  const renamed = method === 'getDatabaseVersion' ? 'version' : method
  const target = await engineFor()
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

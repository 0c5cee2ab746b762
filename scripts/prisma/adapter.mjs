// The driver adapter for the WebAssembly schema engine, with what the engine needs and the adapter lacks.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { parse } from 'pg-connection-string'
import { PrismaPg } from '@prisma/adapter-pg'

const charOid = 18
const textOid = 25
// The adapter knows no `"char"`, which PostgreSQL's catalogue uses: it is read as text.
const describe = pg.Query.prototype.handleRowDescription
pg.Query.prototype.handleRowDescription = function (message) {
  for (const field of message.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid
  return describe.call(this, message)
}

// The adapter's own number for a single character.
const character = 6

/** A factory of connections to `url`, and to a shadow database beside it. */
export async function adapterFor(url) {
  // In parts: beside a connection string the adapter would not change the database's name, and its shadow would be the database.
  const connection = parse(url)
  const factory = new PrismaPg(connection)
  await mend(factory)
  return Object.assign(factory, { connectToShadowDb: () => connectToShadow(connection) })
}

async function mend(factory) {
  const adapter = await factory.connect()
  const own = Object.getPrototypeOf(adapter)
  // The adapter cuts a script at every semicolon, also inside the body of a function; the server takes it whole.
  own.executeScript = async function (script) {
    await this.client.query(script).catch((error) => this.onError(error))
  }
  // The engine reads the kind of a constraint as one character; as text, any CHECK constraint stops it.
  const ask = own.queryRaw
  own.queryRaw = async function (query) {
    const result = await ask.call(this, query)
    const kind = result.columnNames.indexOf('constraint_type')
    if (kind >= 0) result.columnTypes[kind] = character
    return result
  }
  await adapter.dispose()
}

// The adapter's own drops the shadow while it is still connected to it.
async function connectToShadow(connection) {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`
  const server = await new PrismaPg(connection).connect()
  await server.executeScript(`CREATE DATABASE "${database}"`)
  const shadow = await new PrismaPg({ ...connection, database }).connect()
  const disconnect = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await disconnect()
    await server.executeScript(`DROP DATABASE "${database}"`)
    await server.dispose()
  }
  return shadow
}

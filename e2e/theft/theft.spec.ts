import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { answerAll, send, sendForm, type Form } from '../../bench/journey'
import { newVisitor } from '../../bench/visitor'
import { scenarios } from '../factories/scenarios'

const reports = 200
const atOnce = 8
/** How every marker begins: long enough to be no accident in any shape. */
const mark = 'MarkerForTheTheftTest'
const dataDir = process.env.DATA_DIR ?? ''
const serverLog = process.env.SERVER_LOG ?? ''

/** Fields whose value is free: each gets a marker of its own. */
const free = [
  'reachThem',
  'onlinePlatform',
  'onlineHandle',
  'account',
  'whenWords',
  'address',
  'placeDescription',
  'whyWords',
  'suspectWords',
  'harmWords',
  'excludeWho',
  'needsWords',
  'name',
  'pronouns',
  'postalAddress',
  'trustedPerson',
  'contactTimes',
  'coverStory',
  'mustNotKnowWho',
] as const

function markedReport(number: number): Form {
  // Between them these two meet every field of a report that is free text.
  const [fullest, , online] = scenarios
  const scenario = number % 2 === 0 ? fullest : online
  if (scenario === undefined) throw new Error('There are too few scenarios.')
  const marked = Object.fromEntries(free.map((field) => [field, marker(number, field)]))
  return {
    ...scenario.fields,
    ...marked,
    email: `${marker(number, 'email')}@example.test`,
    postcode: 'AL10 0AA',
    phone: `07700 9${String(number).padStart(5, '7')}`,
  }
}

function marker(number: number, field: string): string {
  return `${mark}${String(number)}Q${field}Z`
}

/** The ways a text may lie in a file without being sealed. */
function shapesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  // Base64 depends on where in a triple the text begins: the part in the middle is the same in each.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  return [text, bytes.toString('hex'), ...base64]
}

/** A return code with and without its dashes; a cookie as text and as the bytes it stands for. */
function shapesOfSecret(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'base64url')
  return [
    ...shapesOf(secret),
    ...shapesOf(secret.replaceAll('-', '')),
    bytes.toString('hex'),
    bytes.toString('latin1'),
  ]
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/** Every row of every table, as text. */
async function dumpOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  )
  let dump = ''
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
    dump += rows.map(({ row }) => row).join('\n')
  }
  // What is only in memory now is written to the files that are looked through next.
  await client.query('checkpoint')
  await client.end()
  return dump
}

test(`of ${String(reports)} reports with a marker in every field nothing can be read in the database, its files or any log`, async ({
  baseURL,
}) => {
  test.setTimeout(600_000)
  const numbers = Array.from({ length: reports }, (_, number) => number)
  const secrets: string[] = []
  const sendOne = async (number: number) => {
    const visitor = newVisitor(baseURL ?? '')
    const check = await answerAll(visitor, '/report/role', markedReport(number))
    await send(visitor, check, await sendForm(visitor, check))
    const receipt = await visitor.get('/report/sent')
    const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}\b/.exec(receipt.body)?.[0] ?? ''
    secrets.push(code, visitor.cookie().split('=')[1] ?? '')
  }
  const worker = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) await sendOne(number)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  expect(secrets.filter((secret) => secret.length > 20)).toHaveLength(reports * 2)

  const { url } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { url: string }
  const places = [
    { name: 'dump', content: await dumpOf(url) },
    ...[...filesBelow(join(dataDir, 'postgres')), serverLog].map((name) => ({
      name,
      content: readFileSync(name, 'latin1'),
    })),
  ]
  expect(places.find(({ name }) => name === serverLog)?.content.length).toBeGreaterThan(0)
  const wanted = [...shapesOf(mark), ...secrets.flatMap(shapesOfSecret)]
  const found = places.flatMap(({ name, content }) =>
    wanted.filter((shape) => content.includes(shape)).map((shape) => `${shape} in ${name}`),
  )
  expect(found).toEqual([])
})

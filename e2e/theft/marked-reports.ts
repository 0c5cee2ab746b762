import { answerAll, send, sendForm, type Form } from '../../bench/journey'
import { newVisitor } from '../../bench/visitor'
import { scenarios } from '../factories/scenarios'
import { shapesOf, shapesOfSecret } from './shapes'

/** How every marker begins: long enough to be no accident in any shape. */
const mark = 'MarkerForTheTheftTest'

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
  'identityWords',
  'previousName',
] as const

const marker = (number: number, field: string) => `${mark}${String(number)}Q${field}Z`
const phone = (number: number) => `07700 9${String(number).padStart(5, '7')}`

/** A report that meets, with its neighbour by number, every field that is free text. */
function markedReport(number: number): Form {
  const [fullest, , online] = scenarios
  const scenario = number % 2 === 0 ? fullest : online
  if (scenario === undefined) throw new Error('There are too few scenarios.')
  return {
    ...scenario.fields,
    ...Object.fromEntries(free.map((field) => [field, marker(number, field)])),
    email: `${marker(number, 'email')}@example.test`,
    postcode: 'AL10 0AA',
    phone: phone(number),
  }
}

/** What was sent, and what must be found nowhere. */
export interface Sent {
  /** The words of every report, their telephone numbers, every return code and every cookie, in every shape. */
  readonly shapes: readonly string[]
  /** How many return codes and cookies are among them. */
  readonly secrets: number
}

/** Sends `count` marked reports to the site at `origin`, `atOnce` at a time, as people without JavaScript would. */
export async function sendMarked(origin: string, count: number, atOnce: number): Promise<Sent> {
  const numbers = Array.from({ length: count }, (_, number) => number)
  const secrets: string[] = []
  const sendOne = async (number: number) => {
    const visitor = newVisitor(origin)
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
  const real = secrets.filter((secret) => secret.length > 20)
  const phones = Array.from({ length: count }, (_, number) => phone(number))
  return {
    shapes: [...shapesOf(mark), ...phones, ...real.flatMap(shapesOfSecret)],
    secrets: real.length,
  }
}

import type { CaseLook, Look, Search, StaffDay } from '@/lib/domain/looking/look'
import type { Role } from '@/lib/domain/words'
import type { Chance } from './chance'

/** Roles that may search and open cases. The others may do neither, so that their days would only flatter the figures. */
export type LookingRole = Extract<Role, 'triager' | 'liaison-officer' | 'supervisor'>

/** Somebody imagined. */
export interface Person {
  readonly id: string
  readonly role: LookingRole
  /** Their surname is one that many people have. */
  readonly commonName: boolean
  /** They live where the force works. */
  readonly livesHere: boolean
  /** They declared their own telephone number, e-mail address and postcode, so that a search for one is known to be for their own. */
  readonly declares: boolean
  /** Whoever they look up who works here did so. */
  readonly colleagueDeclares: boolean
  readonly chance: Chance
}

type Seen = Partial<Omit<CaseLook, 'at' | 'seq' | 'action' | 'caseId'>>
type Asked = Partial<Omit<Search, 'at' | 'seq' | 'action'>>

/** Surnames are those of accounts. Anything else is known to be somebody's who works here only where they declared it. */
function knows(kind: string, isDeclared: boolean): boolean {
  return kind === 'surname' || isDeclared
}

let rows = 0
const fresh = () => String((rows += 1))
/** A case nobody has looked at yet. */
export const newCase = () => `case ${fresh()}`

/** A day as it is being filled. */
export class DeskDay {
  readonly person: Person
  readonly date: string
  readonly #looks: Look[] = []
  readonly #midnight: number

  constructor(person: Person, date: string) {
    this.person = person
    this.date = date
    this.#midnight = Date.parse(`${date}T00:00:00Z`)
  }

  /** Opens a case; nothing else said, somebody else's, on which nobody works. Gives the row. */
  open(caseId: string, seen: Seen = {}, at = this.someTime()): Look {
    const idle = { status: 'in-progress', reason: null, held: false, acted: false, changed: true } as const
    return this.#keep({ ...idle, ...seen, action: 'opened', caseId, ...this.#row(at) })
  }

  /** Searches; nothing else said, for somebody nobody knows. Gives the row, which says whose it was as far as the product can know. */
  search(asked: Asked, at = this.someTime()): Look {
    const plain = { kind: 'telephone', hits: 0, own: false, colleague: false, acted: false } as const
    const search = { ...plain, ...asked }
    const own = search.own && knows(search.kind, this.person.declares)
    const colleague = search.colleague && knows(search.kind, this.person.colleagueDeclares)
    return this.#keep({ ...search, own, colleague, action: 'searched', ...this.#row(at) })
  }

  /** A minute of the shift. */
  someTime(): number {
    return this.person.chance.between(8 * 60, 17 * 60)
  }

  done(): StaffDay {
    const looks = this.#looks.toSorted((one, other) => one.at.getTime() - other.at.getTime())
    return { actorId: this.person.id, role: this.person.role, date: this.date, looks }
  }

  #row(minute: number) {
    return { seq: fresh(), at: new Date(this.#midnight + minute * 60_000) }
  }

  #keep(look: Look): Look {
    this.#looks.push(look)
    return look
  }
}

import type { Channel } from '@/lib/domain/words'
import type { Force } from '@/lib/domain/force'
import type { UnitPlace } from '@/lib/domain/place'

/** One answer. `null` means shown and left blank; a missing key means never asked. */
export type Answer = string | readonly string[] | null
export type Answers = Readonly<Record<string, Answer>>

/** Who a rendering is for. */
export type Audience = 'public' | 'staff' | 'export'

/** What a journey may know beside earlier answers. */
export interface JourneyContext {
  readonly force: Force
  readonly channel: Channel
  /** Today by the force's clocks, `YYYY-MM-DD`. Without it no date counts as recent. */
  readonly today?: string
  /** Where the whole postcode of the answers lies, where the server has looked it up and it is known. */
  readonly unit?: UnitPlace
}

export type Options = readonly string[] | ((earlier: Answers, context: JourneyContext) => readonly string[])

/**
 * Whose data the answer is, where it is not that of whoever answers: `another` person's; that of whoever was `harmed`, or of whoever is to be
 * `reached`, who may be either.
 */
export type About = 'another' | 'harmed' | 'reached'

interface Common {
  readonly id: string
  /** Absent means required. */
  readonly optional?: true
  /** Needed all the same where another question of its step has this answer. */
  readonly neededWith?: { readonly question: string; readonly answer: string }
  readonly hiddenFrom?: readonly Audience[]
  /** Left out: about whoever answers. */
  readonly about?: About
  /**
   * The answer is about the person complained of: it is taken out where a case ends in a way that keeps nothing of them. A mark stays with a
   * question for good, for what was sent before.
   */
  readonly aboutSubject?: true
  /**
   * Kept apart: sealed in a field of its own, which opening what was sent does not open. Only the person themselves is shown it
   * with the rest; in the journey nothing may depend on it.
   */
  readonly apart?: true
  /** An answer may call for help at once, which waits for nothing: not for the rest of its form to be right either. */
  readonly urgent?: true
  /** Show only when an earlier answer on a previous step asks for it. */
  readonly when?: (earlier: Answers, context: JourneyContext) => boolean
}

interface Choice extends Common {
  readonly options: Options
  /** The label of an option that is data, not words (a district's name). Undefined falls back to the message key. */
  readonly optionText?: (value: string, context: JourneyContext) => string | undefined
  /** The same for an option's hint (a district's towns). */
  readonly optionHint?: (value: string, context: JourneyContext) => string | undefined
}

/** Where an answer leads when it does not lead on: back to a step, or away from the journey. */
export type Lead = { readonly to: 'step'; readonly slug: string } | { readonly to: 'away' }

export type Question =
  | (Common & {
      readonly kind: 'text'
      readonly maxLength: number
      readonly multiline?: true
      /** HTML autocomplete token; off when absent, so that a shared device offers nothing. */
      readonly autocomplete?: string
    })
  /** `leads`: the answers that do not let a person go on, and where they lead instead. */
  | (Choice & { readonly kind: 'radios'; readonly leads?: Readonly<Record<string, Lead>> })
  /** `exclusive`: the one option that cannot go with others, for example `none`. */
  | (Choice & { readonly kind: 'checkboxes'; readonly exclusive?: string })
  /** Stored as `YYYY-MM-DD`. Posted as `<id>-day`, `<id>-month`, `<id>-year`. */
  | (Common & { readonly kind: 'date'; readonly notAfter?: 'today' })
  | (Common & { readonly kind: 'time' | 'postcode' | 'email' | 'phone' })

export type QuestionKind = Question['kind']

export interface Step {
  readonly slug: string
  readonly section: string
  /** First part of the message keys, for steps shared by journeys; the journey's id when absent. */
  readonly messages?: string
  readonly questions: readonly Question[]
  readonly when?: (earlier: Answers, context: JourneyContext) => boolean
  /** Values for placeholders in this step's messages. */
  readonly values?: (earlier: Answers, context: JourneyContext) => Readonly<Record<string, string>>
}

export interface Journey {
  readonly id: string
  readonly version: number
  readonly steps: readonly Step[]
}

/** A question whose options are known: what schema, reader and page work from, on the server and in the browser. */
export type ResolvedQuestion = Question extends infer Q
  ? Q extends { options: Options }
    ? Omit<
        Q,
        'options' | 'optionText' | 'optionHint' | 'when' | 'hiddenFrom' | 'about' | 'aboutSubject' | 'apart'
      > & {
        readonly options: readonly string[]
      }
    : Omit<Q, 'when' | 'hiddenFrom' | 'about' | 'aboutSubject' | 'apart'>
  : never

/** Keeps literal ids for type inference. */
export function defineJourney<const J extends Journey>(journey: J): J {
  return journey
}

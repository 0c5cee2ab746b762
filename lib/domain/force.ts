import type { Span } from './clocks/length'
import type { ClosureApproval, Disposition, RetentionSchedule } from './force-endings'
import type { Specialism, TrainingScheme } from './force-training'
import type { Sourced } from './sourced'
import type { DistrictId, Risk, StrandId } from './words'

/** A policing district / Community Safety Partnership area. */
export interface District {
  readonly id: DistrictId
  readonly name: string
  /** ONS code of the local authority. */
  readonly code: string
  /** Towns and villages people will recognise, the largest first. */
  readonly places: readonly string[]
  /** Districts to fall through to, nearest first. */
  readonly neighbours: readonly DistrictId[]
  /** Column and row on the map of tiles, from 1, about where it lies; the first is in the north-west. Absent: in none, as of one that ended. */
  readonly tile?: readonly [number, number]
  /** First and last ISO day on which it is there. Absent: no limit. One that ended stays in the list: old cases lie in it. */
  readonly from?: string
  readonly until?: string
  /** Of one that ends: the districts its area went to, which begin no later than the day after. */
  readonly becomes?: readonly DistrictId[]
  /** Other names it had or will have, each from a day on, the earliest first; `name` is the first of all. */
  readonly names?: readonly { readonly from: string; readonly name: string }[]
}

/** What a postcode's first half says about the place: a hint only, because outcodes straddle borders. */
export interface OutcodeHint {
  /** Districts of this force the outcode touches, the main one first. Empty: it lies wholly in other forces. */
  readonly districts: readonly DistrictId[]
  /** Ids in `policeForces` of other forces it touches. */
  readonly others: readonly string[]
}

/** When people are rung back: hours of each of these days (ISO weekdays), by the force's clocks, in slots. */
export interface CallBackHours extends Hours {
  readonly days: readonly number[]
  readonly onBankHolidays: boolean
  readonly slotMinutes: number
  /** How soon a slot may begin, and for how many days ahead there are some. */
  readonly noticeMinutes: number
  readonly daysAhead: number
}

export interface SupportService extends Sourced {
  readonly id: string
  readonly name: string
  /** Who it is for: `everyone`, strand ids, or topics of `supportTopics`. Used to choose what to show. */
  readonly helps: readonly string[]
  readonly phone?: string
  readonly text?: string
  readonly email?: string
  readonly web?: string
  /** Message key under `support.hours`, or plain words where hours are irregular. */
  readonly hours?: string
}

/** A way to reach help that is not this service: a number to ring or text, or a site. Its words are kept by `id`. */
export interface Route extends Sourced {
  readonly id: string
  readonly use: 'emergency' | 'non-emergency' | 'elsewhere'
  readonly phone?: string
  readonly text?: string
  readonly web?: string
  /** Keys to press once the call is answered. */
  readonly press?: string
  /** The word to text first, where a number works only for phones that have registered. */
  readonly register?: string
}

/** When a supervisor is told of a case that nobody has looked at. */
interface EscalationTimes {
  /** After so many minutes where the risk is high. */
  readonly dangerUnacknowledgedMinutes: number
  /** In so many minutes, at any hour, somebody has read a message that says there is danger. */
  readonly acknowledgeMinutes: number
  /** After this share of the time to the first contact, from 0 to 1: of the target, where the promise is later. */
  readonly unopenedShare: number
}

/** What goes out by text and e-mail in one language, where nothing may say whom it is from. */
interface NeutralLetters {
  /** Of an e-mail. */
  readonly subject: string
  /** That there is something new to read. */
  readonly notice: string
  /** To begin a letter with. Their names are `outbound.template.<id>`. */
  readonly templates: readonly LetterText[]
}

/** A text to begin a letter with. `needs`: a way that it speaks of, so that it is not sent to whoever is not to be reached so. */
export interface LetterText {
  readonly id: string
  readonly needs?: 'call'
  readonly text: string
}

/** A text to begin a message with the return code with. Its name is `speed.reply.text.<id>`. */
interface ReplyText {
  readonly id: string
  readonly text: string
}

/** A daily span of local time, `HH:MM`. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** A police force somewhere in the United Kingdom, for people whose place another force covers. */
export interface PoliceForce {
  readonly name: string
  /** Its public site. */
  readonly web: string
}

/** The licence under which counts are given to anybody, and where it can be read. */
export interface OpenTerms {
  readonly licence: string
  readonly url: string
}

/** How figures about all cases are kept safe and by which year they are told (decision 0051). */
export interface StatisticsRules {
  /** The smallest count that is told, other than none. */
  readonly minimum: number
  /** The month its year begins with, 1 to 12. */
  readonly yearBegins: number
  /** A month is told once so many whole days have passed since it ended. */
  readonly settleDays: number
  /** Nothing is ever told of the first months, until in so many of them, one at least, the minimum came. */
  readonly openingMonths: number
}

/** One force's deployment as data. Nothing outside `lib/force` names a force, a district or a telephone number. */
export interface Force {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly timeZone: string
  /** Languages of the public pages, the first is the default. */
  readonly languages: readonly string[]
  /** Languages its liaison officers may be asked to speak, as BCP 47 tags; sign languages have their own. */
  readonly officerLanguages: readonly string[]
  readonly districts: readonly District[]
  readonly outcodes: Readonly<Record<string, OutcodeHint>>
  /** Every police force by id, and which of them each postcode area ("SG", "MK") touches: hints for places elsewhere. */
  readonly policeForces: Readonly<Record<string, PoliceForce>>
  readonly postcodeAreas: Readonly<Record<string, readonly string[]>>
  /** Strands beside the monitored five that this force treats the same way. */
  readonly extraStrands: readonly StrandId[]
  readonly reportOnline: string
  /** Where `Exit this page` leads: a dull page without personal or recent content. */
  readonly exitTo: string
  /** When submissions are read. Days are ISO weekdays, 1 = Monday. */
  readonly readingHours: Hours & { readonly days: readonly number[] }
  /** Targets for first contact, by risk. */
  readonly promises: Readonly<Record<Risk, Span>>
  /** By when the reporter hears from us again, by risk. */
  readonly updates: Readonly<Record<Risk, Span>>
  /** How often a supervisor looks through an open case, by risk. */
  readonly reviews: Readonly<Record<Risk, Span>>
  readonly escalations: EscalationTimes
  /** When somebody who rang can be rung back. */
  readonly callBacks: CallBackHours
  /** Texts for messages that only whoever has the return code reads, by language. */
  readonly replies: Readonly<Record<string, readonly ReplyText[]>>
  /** Telephone numbers and sites beside this service, in the order to show them. */
  readonly routes: readonly Route[]
  readonly support: readonly SupportService[]
  /** Dispositions in the order to offer them on closing. */
  readonly dispositions: readonly Disposition[]
  /** What is closed with a supervisor's approval. */
  readonly closureApproval: ClosureApproval
  readonly retention: RetentionSchedule
  readonly training: TrainingScheme
  readonly specialisms: readonly Specialism[]
  readonly statistics: StatisticsRules
  /** What the public may do with counts of cases that came; absent: they are given none. */
  readonly openData?: OpenTerms
  /** By language. */
  readonly letters: Readonly<Record<string, NeutralLetters>>
}

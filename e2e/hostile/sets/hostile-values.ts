import { formulaCells } from './formula-cells'
import { injections } from './injections'
import { naughtyStrings } from './naughty-strings'
import { numbersFrom } from './cross'
import { scripts } from './scripts'
import { unicode } from './unicode'

/** Every value of every set, once. */
export const writtenValues: readonly string[] = [
  ...new Set([...naughtyStrings, ...scripts, ...injections, ...formulaCells, ...unicode]),
]

/** Changes that leave a text hostile and make it another one: how it is wrapped, cased, doubled or cut. */
const changes: readonly ((text: string, other: string, at: number) => string)[] = [
  (text, other) => `${text}${other}`,
  (text, other) => `${text}\n${other}`,
  (text, other, at) => `${text.slice(0, at)}${other}${text.slice(at)}`,
  (text) => `"${text}"`,
  (text) => `<${text}>`,
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => JSON.stringify(text),
  (text) => text.replace(/[a-z]/gu, (letter) => letter.toUpperCase()),
  (text) => Array.from(text).reverse().join(''),
  (text, _other, at) => `${text.slice(0, at)}\u0000${text.slice(at)}`,
  (text, _other, at) => `${text.slice(0, at)}\u202e${text.slice(at)}`,
  (text, _other, at) => `\u{1f3f3}\ufe0f\u200d\u{1f308}${text.slice(at)}`,
]

/** `count` distinct values: all that are written down, then changes of them. The same each time. */
export function hostileValues(count: number): readonly string[] {
  const random = numbersFrom(20_261_121)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const values = new Set(writtenValues.slice(0, count))
  while (values.size < count) {
    const [text = '', other = '', change] = [pick(writtenValues), pick(writtenValues), pick(changes)]
    if (change !== undefined)
      values.add(change(text, other.slice(0, 500), Math.floor(random() * text.length)))
  }
  return [...values]
}

/** Every `step`-th value, so that each set is represented in a short run. */
export function everyNth<T>(values: readonly T[], step: number): readonly T[] {
  return values.filter((_, index) => index % step === 0)
}

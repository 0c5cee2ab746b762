/** A number from 0 to below 1 that is the same for the same seed and things, whatever was asked before. */
export type Luck = (...about: readonly (string | number)[]) => number

/**
 * Chance that hangs on what it is about and not on how often it was asked: whoever says no to a case says no to it under every rule that
 * asks them, so that rules are compared on the same month and not on another roll of the dice.
 */
export function luckOf(seed: number): Luck {
  return (...about) => {
    let state = (0x811c9dc5 ^ seed) >>> 0
    for (const character of about.join('\u0000'))
      state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32
  }
}

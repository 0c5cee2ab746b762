/** `alone`: Shift is down and nothing else was pressed with it. `times`: when each press that still counts ended, in milliseconds. */
export interface Presses {
  readonly alone: boolean
  readonly times: readonly number[]
}

export const noPresses: Presses = { alone: false, times: [] }

const windowMs = 5000

/**
 * What counts after one more key event. Shift by itself adds one press and drops those older than five seconds. Any
 * other key starts anew, and so does Shift while another is `held` down: typing capital letters never counts, nor going from one
 * layout of the keyboard to the next by Alt and Shift.
 */
export function countPress(
  presses: Presses,
  type: 'keydown' | 'keyup',
  { key, held }: { readonly key: string; readonly held: boolean },
  at: number,
): Presses {
  if (held) return noPresses
  if (type === 'keydown') return key === 'Shift' ? { ...presses, alone: true } : noPresses
  if (key !== 'Shift' || !presses.alone) return presses
  return { alone: false, times: [...presses.times.filter((time) => at - time < windowMs), at] }
}

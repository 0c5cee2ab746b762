/** `alone`: Shift is down and nothing else was pressed with it. `times`: when each press that still counts ended, in milliseconds. */
export interface Presses {
  readonly alone: boolean
  readonly times: readonly number[]
}

export const noPresses: Presses = { alone: false, times: [] }

const windowMs = 5000

/**
 * What counts after one more key event. Shift by itself adds one press and drops those older than five seconds. Any
 * other key starts anew, so that typing capital letters never counts.
 */
export function countPress(presses: Presses, type: 'keydown' | 'keyup', key: string, at: number): Presses {
  if (type === 'keydown') return key === 'Shift' ? { ...presses, alone: true } : noPresses
  if (key !== 'Shift' || !presses.alone) return presses
  return { alone: false, times: [...presses.times.filter((time) => at - time < windowMs), at] }
}

/** The day the sources named beside it were last read. What nobody has read in a source has `checked: null`. */
export const readOn = '2026-11-21'

/** Source of what is only commonly known: to be confirmed by the force before it is relied on. */
export const unconfirmed = 'General knowledge: confirm before publishing'

/** Added to a source that names the service but not its site. */
export const webUnconfirmed = 'the address is general knowledge: confirm before publishing'

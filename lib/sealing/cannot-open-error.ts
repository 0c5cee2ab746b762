import 'server-only'

/**
 * Something sealed would not open: wrong key, wrong row, field or version, or changed bytes.
 * It never says which, and it carries nothing of what was sealed.
 */
export class CannotOpenError extends Error {
  override readonly name = 'CannotOpenError'

  constructor() {
    super('This sealed record cannot be opened.')
  }
}

export type DomainErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'bad-transition'
  | 'invalid'
  /** The reporter asked to leave this officer out. */
  | 'left-out'

/** A refusal the product expects and can put into words. The code is all it carries: never show `message` to a person. */
export class DomainError extends Error {
  readonly code: DomainErrorCode

  constructor(code: DomainErrorCode) {
    super(code)
    this.name = 'DomainError'
    this.code = code
  }
}

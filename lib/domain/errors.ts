export const domainErrorCodes = ['not-found', 'forbidden', 'conflict', 'bad-transition', 'invalid'] as const
export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** A refusal the product expects and can put into words. The code is all it carries: never show `message` to a person. */
export class DomainError extends Error {
  readonly code: DomainErrorCode

  constructor(code: DomainErrorCode) {
    super(code)
    this.name = 'DomainError'
    this.code = code
  }
}

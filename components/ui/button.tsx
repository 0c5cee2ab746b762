import type { ComponentProps } from 'react'

export type ButtonLook = 'main' | 'quiet' | 'danger'

/** The classes of a button or of a link that looks like one. */
function buttonClass(look: ButtonLook = 'main'): string {
  switch (look) {
    case 'main':
      return 'button'
    case 'quiet':
      return 'button button-quiet'
    case 'danger':
      return 'button button-danger'
  }
}

/** A button; it submits its form unless `type` says otherwise. */
export function Button({
  look = 'main',
  className = '',
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type={type} className={`${buttonClass(look)} ${className}`.trim()} {...rest} />
}

/** A link that leads on as a button would: the one main way from a page. */
export function LinkButton({
  look = 'main',
  className = '',
  children,
  ...rest
}: ComponentProps<'a'> & { look?: ButtonLook }) {
  return (
    <a className={`${buttonClass(look)} ${className}`.trim()} {...rest}>
      {children}
    </a>
  )
}

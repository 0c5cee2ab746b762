import { every, open, post } from './route'
import type { Route } from './route'

/** What the public comes to. All of it is open to anybody. */
export const publicRoutes: readonly Route[] = [
  open('public', '/[locale]'),
  open('public', '/[locale]/start'),
  open('public', '/[locale]/start/over', post),
  open('public', '/[locale]/start/report', post),
  open('public', '/[locale]/emergency'),
  open('public', '/[locale]/elsewhere'),
  open('public', '/[locale]/support'),
  open('public', '/[locale]/accessibility'),
  open('public', '/[locale]/privacy'),
  open('public', '/[locale]/trouble'),
  open('public', '/[locale]/[journey]'),
  open('public', '/[locale]/[journey]/[step]'),
  open('public', '/[locale]/[journey]/[step]/answer', ['GET', 'POST']),
  open('public', '/[locale]/[journey]/[step]/autosave', post),
  open('public', '/[locale]/[journey]/check'),
  open('public', '/[locale]/[journey]/check/send', post),
  open('public', '/[locale]/[journey]/check/wait'),
  open('public', '/[locale]/[journey]/sent'),
  open('public', '/[locale]/[journey]/sent/hide', post),
  open('public', '/[locale]/follow-up'),
  open('public', '/[locale]/follow-up/open', post),
  open('public', '/[locale]/follow-up/message', post),
  open('public', '/[locale]/follow-up/status'),
  open('public', '/[locale]/[...rest]', every),
  open('public', '/exit', ['GET', 'HEAD']),
]

import type { QuestionWords } from '@/components/questions/control'
import type { Translate } from '@/lib/i18n/translate'

/** Every word a step's form needs in the browser. */
export interface FormWords extends QuestionWords {
  readonly problem: string
  readonly next: string
}

const count = { count: '{count}' }

/** The words of the form in one language, as plain data for the browser. */
export function formWords(t: Translate): FormWords {
  return {
    problem: t('public.form.problem'),
    next: t('public.form.continue'),
    errorPrefix: t('public.form.error-prefix'),
    optional: t('public.form.optional'),
    day: t('public.form.day'),
    month: t('public.form.month'),
    year: t('public.form.year'),
    charactersLeft: t('public.form.characters-left', count),
    charactersOver: t('public.form.characters-over', count),
    saved: t('public.form.saved'),
    notSaved: t('public.form.not-saved'),
    saveFailed: t('public.form.save-failed'),
  }
}

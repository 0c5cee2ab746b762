import { ChoiceQuestion } from '@/components/questions/choice-question'
import { DateQuestion } from '@/components/questions/date-question'
import { LineQuestion } from '@/components/questions/line-question'
import { LongTextQuestion } from '@/components/questions/long-text-question'
import type { ControlProps } from '@/components/questions/control'

/** Draws a question by its kind. */
export function Question(props: ControlProps) {
  const { question } = props.view
  switch (question.kind) {
    case 'radios':
      return <ChoiceQuestion {...props} type="radio" />
    case 'checkboxes':
      return <ChoiceQuestion {...props} type="checkbox" />
    case 'date':
      return <DateQuestion {...props} />
    case 'text':
      return question.multiline === true ? (
        <LongTextQuestion {...props} maxLength={question.maxLength} />
      ) : (
        <LineQuestion {...props} kind="text" />
      )
    case 'time':
    case 'postcode':
    case 'email':
    case 'phone':
      return <LineQuestion {...props} kind={question.kind} />
  }
}

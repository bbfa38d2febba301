// Words of the page on which the answers of a step are checked before it is handed in.
import { catalogue } from './catalogue.ts'

export const check = catalogue('check', {
  title: 'Check your answers',
  back: 'Back to the step',
  caption: '{number}: {step}',
  change: 'Change “{part}”',
  press: 'Hand in this step',
})

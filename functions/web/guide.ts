// What helps to answer a question: why it is asked, and two invented examples of an answer.
import { examplesFor } from '../../workflows/words/definition/examples.ts'
import { reasonFor } from '../../workflows/words/definition/reasons.ts'
import { form as words } from '../../workflows/words/form.ts'
import { details } from './details.ts'
import type { Guide } from './form.ts'
import { html } from './html.ts'

export const guide: Guide = {
  why: reasonFor,
  beside: (field) => {
    const both = examplesFor(field)
    if (!both) return undefined
    const { charity, school } = both
    return details(
      words('examples'),
      html`<p class="govuk-body">${words('examplesInvented')}</p>
<h2 class="govuk-heading-s">${words('ofCharity')}</h2><p class="govuk-body app-said">${charity}</p>
<h2 class="govuk-heading-s">${words('ofSchool')}</h2><p class="govuk-body app-said">${school}</p>`,
    )
  },
}

// What helps to answer a question: why it is asked, and two invented examples of an answer.
import { examples } from '../../workflows/words/examples.ts'
import { form as words } from '../../workflows/words/form.ts'
import { reasons } from '../../workflows/words/reasons.ts'
import { details } from './details.ts'
import type { Guide } from './form.ts'
import { html } from './html.ts'

export const guide: Guide = {
  why: (field) => (Object.hasOwn(reasons, field) ? reasons[field] : undefined),
  beside: (field) => {
    const both = Object.hasOwn(examples, field) ? examples[field] : undefined
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

// Which groups have learned about which discovery area, from the sessions of step 5; in groups, never in percentages.
import { discoveryAreas } from './discovery-areas.ts'
import { type Answers, entriesIn, idsIn } from './fields.ts'

export interface Covered {
  readonly area: string
  /** Each group once, with how many sessions it had. */
  readonly groups: readonly { readonly group: string; readonly sessions: number }[]
  /** Sessions that do not say who was there are among them. */
  readonly sessions: number
}

export function coverage(answers: Answers): readonly Covered[] {
  const sessions = entriesIn(answers.session)
  return discoveryAreas.map((area) => {
    const own = sessions.filter(({ sessionArea }) => sessionArea === area)
    const groups = own.flatMap(({ sessionGroups }) => idsIn(sessionGroups))
    return {
      area,
      sessions: own.length,
      groups: [...new Set(groups)].map((group) => ({
        group,
        sessions: groups.filter((each) => each === group).length,
      })),
    }
  })
}

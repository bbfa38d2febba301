// What in a text may tell who somebody is: looked for in what everybody can read (domain.md 6). It is guessed, so it only warns.

export const tellTales = {
  email: /[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})*\.[a-z]{2,}/iu,
  /** As they are written here: with a 0 or a country's number before 9 to 12 digits. */
  telephone: /(?<!\d)(\+\d{1,3}|\(?0)([ ()-]{0,2}\d){9,12}(?!\d)/u,
  /** First name and surname, then an age or a class. */
  child:
    /\p{Lu}[\p{L}’'-]{1,30} \p{Lu}[\p{L}’'-]{1,30},? \(?(is |in |from |of )?(the )?(aged?\b|[yY]ear \d|Y\d|[cC]lass\b|[rR]eception\b|[nN]ursery\b|\d{1,2} years old)/u,
} as const

export type TellTale = keyof typeof tellTales

/** In the order of their names above, each once. */
export function tellTalesIn(texts: readonly string[]): readonly TellTale[] {
  const all = Object.keys(tellTales) as TellTale[]
  return all.filter((each) => texts.some((text) => tellTales[each].test(text)))
}

// The functions an expression may call: JSONata 2.0.6 without $eval (AWS refuses it), with $parse (AWS adds it).

/** $now, $millis, $random and $shuffle are left out: a step that is played again must give the same result. */
export const BUILT_IN_FUNCTIONS: readonly string[] = (
  'abs append average base64decode base64encode boolean ceil clone contains count decodeUrl ' +
  'decodeUrlComponent distinct each encodeUrl encodeUrlComponent error assert exists filter floor ' +
  'formatBase formatInteger formatNumber fromMillis join keys length lookup lowercase map match max merge ' +
  'min not number pad parseInteger power reduce replace reverse round sift single sort split spread sqrt ' +
  'string substring substringAfter substringBefore sum toMillis trim type uppercase zip'
).split(' ')

/** Reads JSON text; what is not JSON is an error of the expression. */
export function parse(text: unknown): unknown {
  if (text === undefined) return undefined
  if (typeof text !== 'string') throw new Error('$parse expects a string of JSON')
  return JSON.parse(text)
}

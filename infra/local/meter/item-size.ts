// How large an item is, by the rules of "DynamoDB item sizes and formats" in AWS's developer guide.

export type AttributeValue = {
  S?: string
  N?: string
  /** Base64. */
  B?: string
  BOOL?: boolean
  NULL?: boolean
  M?: Item
  L?: AttributeValue[]
  SS?: string[]
  NS?: string[]
  BS?: string[]
}
export type Item = { [name: string]: AttributeValue }

/** In bytes; the 100 that are stored beside each item count for storage alone. */
export function itemSize(item: Item): number {
  return sum(Object.entries(item).map(([name, value]) => textSize(name) + valueSize(value)))
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return textSize(value.S)
  if (value.N !== undefined) return numberSize(value.N)
  if (value.B !== undefined) return binarySize(value.B)
  if (value.M) return 3 + Object.keys(value.M).length + itemSize(value.M)
  if (value.L) return 3 + value.L.length + sum(value.L.map(valueSize))
  if (value.SS) return sum(value.SS.map(textSize))
  if (value.NS) return sum(value.NS.map(numberSize))
  if (value.BS) return sum(value.BS.map(binarySize))
  return 1 // BOOL and NULL
}

function textSize(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** AWS calls it approximate: a byte for two significant digits, and one more. */
function numberSize(text: string): number {
  const [mantissa = ''] = text.split(/e/i)
  const significant = mantissa.replaceAll(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
  return Math.ceil(significant.length / 2) + 1
}

function binarySize(base64: string): number {
  return Buffer.from(base64, 'base64').length
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
